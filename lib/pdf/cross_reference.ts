import { randomBytes } from 'node:crypto'
import { PdfArray, PdfDict, PdfName, PdfNumber, PdfStream, PdfString } from '@libpdf/core'
import { serialize } from './serializer.js'
import { xrefChain } from './xref_chain.js'

/** Where an object stands in the file. */
export interface ObjectOffset {
  number: number
  generation: number
  offset: number
}

/** Where the last section of the file starts: what `startxref` announces, blanks skipped. */
export function startOfCrossReference(bytes: Buffer): number {
  const [last] = xrefChain(bytes).sections
  if (last) return last.offset
  const at = bytes.lastIndexOf('startxref')
  return Number.parseInt(bytes.toString('latin1', at + 9, at + 40).trim(), 10)
}

/** The trailer of an update: what the original said, and where its own section starts. */
export function updatedTrailer(original: PdfDict, previous: number, nextNumber: number): PdfDict {
  const trailer = new PdfDict()
  const size = Math.max(nextNumber, original.getNumber('Size')?.value ?? 0)
  trailer.set('Size', PdfNumber.of(size))
  trailer.set('Prev', PdfNumber.of(previous))
  for (const key of ['Root', 'Info', 'Encrypt']) {
    const value = original.get(key)
    if (value) trailer.set(key, value)
  }
  trailer.set('ID', fileIdentifier(original))
  return trailer
}

/** A classic table with its trailer, standing at `position` (ISO 32000-1 §7.5.4). */
export function crossReferenceTable(trailer: PdfDict, offsets: ObjectOffset[], position: number) {
  const sections = contiguousRuns(offsets).map((run) => {
    const rows = run.map(
      (entry) => `${digits(entry.offset, 10)} ${digits(entry.generation, 5)} n \n`
    )
    return `${run[0].number} ${run.length}\n${rows.join('')}`
  })
  const table = Buffer.from(`xref\n${sections.join('')}trailer\n`)
  return Buffer.concat([table, serialize(trailer), ending(position)])
}

/** A cross-reference stream, standing at `position` (ISO 32000-1 §7.5.8). */
export function crossReferenceStream(trailer: PdfDict, offsets: ObjectOffset[], position: number) {
  const number = trailer.getNumber('Size')!.value
  const runs = contiguousRuns([...offsets, { number, generation: 0, offset: position }])
  const stream = new PdfStream(trailer, Buffer.concat(runs.flat().map(streamRow)))
  stream.set('Type', PdfName.of('XRef'))
  stream.set('Size', PdfNumber.of(number + 1))
  stream.set('W', numbers([1, 5, 2]))
  stream.set('Index', numbers(runs.flatMap((run) => [run[0].number, run.length])))
  const head = Buffer.from(`${number} 0 obj\n`)
  return Buffer.concat([head, serialize(stream), Buffer.from('\nendobj'), ending(position)])
}

const digits = (value: number, width: number) => String(value).padStart(width, '0')
const ending = (position: number) => Buffer.from(`\nstartxref\n${position}\n%%EOF\n`)
const numbers = (values: number[]) => new PdfArray(values.map((value) => PdfNumber.of(value)))

function contiguousRuns(offsets: ObjectOffset[]): ObjectOffset[][] {
  const sorted = [...offsets].sort((a, b) => a.number - b.number)
  const runs: ObjectOffset[][] = []
  for (const entry of sorted) {
    const run = runs.at(-1)
    if (run && run.at(-1)!.number + 1 === entry.number) run.push(entry)
    else runs.push([entry])
  }
  return runs
}

function streamRow(entry: ObjectOffset): Buffer {
  const row = Buffer.alloc(8)
  row[0] = 1
  row.writeUIntBE(entry.offset, 1, 5)
  row.writeUInt16BE(entry.generation, 6)
  return row
}

/** The first half names the document for ever, the second this version (ISO 32000-1 §14.4). */
function fileIdentifier(original: PdfDict): PdfArray {
  const version = new PdfString(randomBytes(16), 'hex')
  const first = original.getArray('ID')?.at(0)
  return new PdfArray([first instanceof PdfString ? first : version, version])
}
