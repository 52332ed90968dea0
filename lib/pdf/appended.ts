import { type PDF, type PdfArray, PdfNumber, PdfRef, PdfStream } from '@libpdf/core'
import { xrefChain, type XrefSection } from './xref_chain.js'

/**
 * Whether what follows a revision is nothing but updates written as ISO 32000-1 §7.5.6 wants: every
 * object is in a table, every table leads back to the revision. A reader that mends files would
 * otherwise show objects that no table names, or not, as it likes.
 */
export function isPlainlyAppended(bytes: Buffer, length: number, pdf: PDF): boolean {
  const tail = bytes.toString('latin1', length)
  if (/^[\r\n ]*$/.test(tail)) return true
  const { sections, loops } = xrefChain(bytes)
  const [signedStart] = xrefChain(bytes.subarray(0, length)).sections
  const later = sections.filter((one) => one.offset >= length)
  const leadsBack = sections.some((one) => one.offset === signedStart?.offset)
  if (loops || later.length === 0 || !leadsBack || !endsPlainly(tail)) return false
  const named = new Set(later.flatMap((one) => offsetsIn(bytes, one, pdf)))
  return objectsIn(tail).every((at) => named.has(length + at) || named.has(length + at - 1))
}

/** `startxref`, its number, `%%EOF`, then ends of lines only. */
function endsPlainly(tail: string): boolean {
  const at = tail.lastIndexOf('startxref')
  return at !== -1 && /^startxref\s+\d+\s+%%EOF[\r\n ]*$/.test(tail.slice(at))
}

/** Where objects start, those that a stream would hide left out. */
function objectsIn(tail: string): number[] {
  const starts: number[] = []
  const markers = /(?<![0-9])(\d{1,10})\s+\d{1,5}\s+obj\b|\bstream\r?\n/g
  for (let found = markers.exec(tail); found; found = markers.exec(tail)) {
    if (found[1]) {
      starts.push(found.index)
      continue
    }
    const end = tail.indexOf('endstream', markers.lastIndex)
    if (end === -1) break
    markers.lastIndex = end
  }
  return starts
}

function offsetsIn(bytes: Buffer, section: XrefSection, pdf: PDF): number[] {
  return section.isTable ? tableOffsets(bytes, section, pdf) : streamOffsets(bytes, section, pdf)
}

function tableOffsets(bytes: Buffer, { offset }: XrefSection, pdf: PDF): number[] {
  const table = bytes.toString('latin1', offset, bytes.indexOf('trailer', offset))
  const rows = [...table.matchAll(/(\d{10}) \d{5} n/g)].map(([, digits]) => Number(digits))
  // A table that goes with a stream (§7.5.8.4) leads to it, and to what that names.
  const hybrid = /\/XRefStm\s+(\d{1,12})/.exec(
    bytes.toString('latin1', offset + table.length, offset + table.length + 4096)
  )
  return hybrid ? [...rows, ...streamOffsets(bytes, { offset: Number(hybrid[1]) }, pdf)] : rows
}

function streamOffsets(bytes: Buffer, { offset }: { offset: number }, pdf: PDF): number[] {
  const [number, generation] = bytes
    .toString('latin1', offset, offset + 24)
    .split(/\s+/)
    .map(Number)
  const stream = pdf.context.resolve(PdfRef.of(number, generation))
  if (!(stream instanceof PdfStream) || stream.getName('Type')?.value !== 'XRef') return [offset]
  const widths = numbersIn(stream.getArray('W'))
  const row = widths.reduce((sum, width) => sum + width, 0)
  const data = Buffer.from(stream.getDecodedData())
  const offsets = [offset]
  for (let at = 0; row > 0 && at + row <= data.length; at += row) {
    const kind = widths[0] === 0 ? 1 : data[at + widths[0] - 1]
    if (kind === 1 && widths[1] > 0 && widths[1] <= 6)
      offsets.push(data.readUIntBE(at + widths[0], widths[1]))
  }
  return offsets
}

function numbersIn(array: PdfArray | undefined): number[] {
  return (array?.toArray() ?? []).map((item) => (item instanceof PdfNumber ? item.value : 0))
}
