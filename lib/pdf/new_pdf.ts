/**
 * A new PDF to draw in. Its library comes with the first one: with its fonts and their compression it
 * weighs eighteen megabytes, in processes of which most never draw.
 */
export async function newPdf(options: PDFKit.PDFDocumentOptions): Promise<PDFKit.PDFDocument> {
  const { default: PDFDocument } = await import('pdfkit')
  return new PDFDocument(options)
}
