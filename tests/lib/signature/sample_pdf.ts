import PDFDocument from 'pdfkit'

export interface PageShape {
  size?: [number, number]
  rotate?: 0 | 90 | 180 | 270
}

/** A small PDF with one line per page, made here so that these tests need no sample. */
export async function samplePdf(lines = ['Délibération n° 3'], shape: PageShape = {}) {
  const document = new PDFDocument({ size: shape.size ?? 'A4', autoFirstPage: false })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise((resolve) => document.on('end', resolve))
  for (const line of lines) {
    document.addPage()
    if (shape.rotate) Object.assign(document.page.dictionary.data, { Rotate: shape.rotate })
    document.text(line)
  }
  document.end()
  await finished
  return Buffer.concat(chunks)
}

/** Rebuilds the PDF with other bytes appended as an incremental update would be. */
export function replaced(pdf: Buffer, search: string, replacement: string): Buffer {
  const copy = Buffer.from(pdf)
  const at = copy.indexOf(search)
  if (at === -1 || search.length !== replacement.length) throw new Error(`no ${search} to replace`)
  copy.write(replacement, at, 'latin1')
  return copy
}
