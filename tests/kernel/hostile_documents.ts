/** Files made to hold whoever reads them; each a few megabytes, since what counts is their shape. */
const MEGABYTES = 1_000_000
const HEAD = '%PDF-1.7\n'

const repeated = (word: string, bytes: number, head = HEAD) =>
  Buffer.from(head + word.repeat(Math.ceil(bytes / word.length)), 'latin1')

/** Objects from 1 on, with their table and a trailer. */
function pdfOf(objects: string[]): Buffer {
  const offsets: number[] = []
  let position = HEAD.length
  const parts = objects.map((object, index) => {
    const text = `${index + 1} 0 obj\n${object}\nendobj\n`
    offsets.push(position)
    position += text.length
    return text
  })
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}`
  const tail = `trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${position}\n%%EOF\n`
  return Buffer.from(HEAD + parts.join('') + table + tail, 'latin1')
}

const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'

function manyPages(count: number): Buffer {
  const kids = Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(' ')
  const tree = `<</Type/Pages/Count ${count}/Kids[${kids}]>>`
  return pdfOf(['<</Type/Catalog/Pages 2 0 R>>', tree, ...Array(count).fill(PAGE)])
}

function manyFields(count: number): Buffer {
  const fields = Array.from({ length: count }, (_, index) => `${index + 4} 0 R`).join(' ')
  return pdfOf([
    `<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[${fields}]>>>>`,
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    PAGE,
    ...Array.from(
      { length: count },
      (_, index) =>
        `<</FT/Sig/T(S${index})/V<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>/SubFilter/adbe.pkcs7.detached>>>>`
    ),
  ])
}

/** A field in a field in a field: deeper than the calls of a program may go. */
function nestedFields(depth: number): Buffer {
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    PAGE,
    ...Array.from({ length: depth }, (_, index) => `<</T(S)/Kids[${index + 5} 0 R]>>`),
  ])
}

/** Bytes that look like chance and are the same at each run. */
function noise(bytes: number): Buffer {
  const made = Buffer.alloc(bytes)
  let state = 42
  for (let index = 0; index < bytes; index++) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    made[index] = state >> 16
  }
  return Buffer.concat([Buffer.from(HEAD), made])
}

export const HOSTILE: Record<string, () => Buffer> = {
  '<< repeated': () => repeated('<<', 24 * MEGABYTES, `${HEAD}1 0 obj `),
  '[ repeated': () => repeated('[', 24 * MEGABYTES, `${HEAD}1 0 obj `),
  'startxref repeated': () => repeated('startxref 5\n', 24 * MEGABYTES),
  'ByteRange repeated': () => repeated('/ByteRange [0 1 2 3]', 24 * MEGABYTES),
  'obj repeated': () => repeated('1 0 obj <<>> endobj\n', 24 * MEGABYTES),
  'stream repeated': () => repeated('stream\n', 24 * MEGABYTES),
  '( repeated': () => repeated('(', 24 * MEGABYTES, `${HEAD}1 0 obj `),
  '100,000 pages': () => manyPages(100_000),
  '60,000 signature fields': () => manyFields(60_000),
  '60,000 fields in each other': () => nestedFields(60_000),
  'chance': () => noise(24 * MEGABYTES),
}
