import { deflateSync } from 'node:zlib'

/** Small files that ask for much: what counts is what they unfold to. */
const HEAD = Buffer.from('%PDF-1.7\n', 'latin1')
const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'
const CATALOG = '<</Type/Catalog/Pages 2 0 R>>'
const ONE_PAGE = '<</Type/Pages/Count 1/Kids[3 0 R]>>'

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const streamOf = (dictionary: string, bytes: Buffer) =>
  Buffer.concat([
    latin1(`<<${dictionary}/Length ${bytes.length}>>\nstream\n`),
    bytes,
    latin1('\nendstream'),
  ])

/** Objects from 1 on, with their table and a trailer; `more` goes into the trailer. */
function pdfOf(objects: (string | Buffer)[], more = ''): Buffer {
  const parts: Buffer[] = [HEAD]
  const offsets: number[] = []
  let position = HEAD.length
  for (const [index, object] of objects.entries()) {
    const body = typeof object === 'string' ? latin1(object) : object
    const part = Buffer.concat([latin1(`${index + 1} 0 obj\n`), body, latin1('\nendobj\n')])
    offsets.push(position)
    position += part.length
    parts.push(part)
  }
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}`
  const tail = `trailer\n<</Size ${size}/Root 1 0 R${more}>>\nstartxref\n${position}\n%%EOF\n`
  return Buffer.concat([...parts, latin1(table + tail)])
}

/** Zeros that were deflated as many times as asked: 2 KB of twice deflated ones are 2 GB. */
function bombOf(bytes: number, times: number): Buffer {
  let made: Buffer = Buffer.alloc(bytes)
  for (let time = 0; time < times; time++) made = deflateSync(made, { level: 9 })
  return made
}

const filters = (times: number) => `/Filter[${'/FlateDecode'.repeat(times)}]`

/** A page whose content unfolds to `bytes`. */
export const bombOfContent = (bytes: number, times = 2): Buffer =>
  pdfOf([
    CATALOG,
    ONE_PAGE,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
    streamOf(filters(times), bombOf(bytes, times)),
  ])

/** A table of references, itself a stream, that unfolds to `bytes`. */
export function bombOfTable(bytes: number, times = 2): Buffer {
  const before = Buffer.concat([
    HEAD,
    ...[CATALOG, ONE_PAGE, PAGE].map((object, at) =>
      latin1(`${at + 1} 0 obj\n${object}\nendobj\n`)
    ),
  ])
  const dictionary = `/Type/XRef/Size ${Math.floor(bytes / 7)}/W[1 4 2]/Root 1 0 R${filters(times)}`
  return Buffer.concat([
    before,
    latin1('4 0 obj\n'),
    streamOf(dictionary, bombOf(bytes, times)),
    latin1(`\nendobj\nstartxref\n${before.length}\n%%EOF\n`),
  ])
}

/** A table that names itself as the one before it, or as its own stream. */
export const loopingTable = (name = 'Prev'): Buffer => {
  const [length] = [pdfOf([CATALOG, ONE_PAGE, PAGE])].map((made) => made.lastIndexOf('xref\n0 '))
  return pdfOf([CATALOG, ONE_PAGE, PAGE], `/${name} ${length}`)
}

/** Brackets inside brackets, in an object that every reader opens. */
export function deepObject(depth: number, open = '[', close = ']'): Buffer {
  const deep = open.repeat(depth) + close.repeat(depth)
  return pdfOf([
    `<</Type/Catalog/Pages 2 0 R/AcroForm ${deep}/OpenAction ${deep}>>`,
    ONE_PAGE,
    PAGE,
  ])
}

/** A node in a node in a node, to one page. */
export function deepPages(depth: number): Buffer {
  const nodes = Array.from(
    { length: depth },
    (_, at) => `<</Type/Pages/Count 1/Kids[${at + 3} 0 R]>>`
  )
  return pdfOf([CATALOG, ...nodes, PAGE])
}

/** Each node names the next one twice: 2 to the power of `levels` pages in as many objects. */
export function doublingPages(levels: number): Buffer {
  const nodes = Array.from(
    { length: levels },
    (_, at) => `<</Type/Pages/Count ${2 ** (levels - at)}/Kids[${at + 3} 0 R ${at + 3} 0 R]>>`
  )
  return pdfOf([CATALOG, ...nodes, PAGE])
}

/** A node that is its own child. */
export const pagesInARing = (): Buffer =>
  pdfOf([CATALOG, '<</Type/Pages/Count 2/Kids[2 0 R 3 0 R]>>', PAGE])

export const SHAPES: Record<string, () => Buffer> = {
  'content of 600 MB in a few kilobytes': () => bombOfContent(600_000_000),
  'table of 600 MB in a few kilobytes': () => bombOfTable(600_000_000),
  'table that follows itself': () => loopingTable(),
  'table that is its own stream': () => loopingTable('XRefStm'),
  '200,000 arrays in each other': () => deepObject(200_000),
  '200,000 dictionaries in each other': () => deepObject(200_000, '<</A ', '>>'),
  'page under 50,000 nodes': () => deepPages(50_000),
  'a billion pages in thirty objects': () => doublingPages(30),
  'node that is its own child': () => pagesInARing(),
}
