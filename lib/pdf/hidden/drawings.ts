import type { PDFDocumentProxy } from 'pdfjs-dist'

type Pdfjs = typeof import('pdfjs-dist')

/** The viewer's own reader, so that what is judged is what people are shown. */
export async function pdfjs(): Promise<Pdfjs> {
  // Nothing is drawn here: it only has to find them, or it says on the console that it does not
  for (const name of ['DOMMatrix', 'Path2D']) {
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} })
  }
  return (await import('pdfjs-dist/legacy/build/pdf.mjs')) as Pdfjs
}

/** Opens a PDF for the list of what its pages draw; null when it cannot be opened. */
export async function openDrawings(bytes: Buffer): Promise<PDFDocumentProxy | null> {
  const { getDocument, VerbosityLevel } = await pdfjs()
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  })
  return task.promise.catch(() => null)
}
