/** A page of that number, object 3 by default: its text is drawn with the font of object 4. */
export function page(entries = '', contents = '5 0 R'): string {
  const box = entries.includes('/MediaBox') ? '' : '/MediaBox [0 0 595 842]'
  return `<< /Type /Page /Parent 2 0 R ${box} /Contents ${contents} ${entries} >>`
}

interface Shape {
  /** Entries of the catalogue. */
  catalogue?: string
  /** Entries of the tree of pages. */
  tree?: string
  /** The numbers of the objects that are pages. */
  pages?: number[]
}

/**
 * A PDF written by hand, byte for byte: object 1 is the catalogue, 2 the tree, 3 the first of
 * `objects`, 4 a font, 5 a content, then the other objects from 6.
 */
export function handmadePdf(
  [first, ...others]: string[],
  { catalogue = '', tree = '', pages }: Shape = {}
) {
  const kids = (pages ?? [3]).map((number) => `${number} 0 R`)
  const content = 'BT /F1 12 Tf 72 700 Td (Deliberation) Tj ET'
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} ${tree} >>`,
    first,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...others,
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table + trailer, 'latin1')
}
