import { crc32 } from '../../lib/archives/crc32.ts'

const utf8 = new TextEncoder()
const MOST = 0xffffffff
/** Names are UTF-8 (APPNOTE 4.4.4, bit 11). */
const UTF8_NAMES = 0x0800
/** The first day that a ZIP can say: a pli has its own proofs of when. */
const DAY = 0x21

/** Files gathered one after the other, then given as one ZIP that stores them as they are. */
export class StoredZip {
  #files = new Map()

  /** Adds bytes to the end of a file. */
  async append(path, bytes) {
    const file = this.#files.get(path) ?? { parts: [], size: 0, crc: 0 }
    // A part of a Blob rests where the browser wants, and not in our memory
    file.parts.push(new Blob([bytes]))
    file.size += bytes.length
    file.crc = crc32(bytes, file.crc)
    this.#files.set(path, file)
  }

  /** The whole, as a Blob. Throws when it is more than such a ZIP can say. */
  end() {
    const parts = []
    const directory = []
    let at = 0
    for (const [path, { parts: bytes, size, crc }] of this.#files) {
      const name = utf8.encode(path)
      const local = fieldsOf([[0x04034b50, 4], ...commonOf(crc, size, name)], name)
      directory.push(centralOf({ crc, size, name, at }))
      parts.push(local, ...bytes)
      at += local.length + size
    }
    const size = directory.reduce((sum, one) => sum + one.length, 0)
    if (at + size > MOST) throw new Error('Ce pli dépasse 4 Go : scellez-le par le programme.')
    return new Blob([...parts, ...directory, endOf(directory.length, size, at)])
  }
}

/** What the local header and the directory both say of a file (APPNOTE 4.3.7, 4.3.12). */
const commonOf = (crc, size, name) => [
  [20, 2],
  [UTF8_NAMES, 2],
  [0, 2],
  [0, 2],
  [DAY, 2],
  [crc, 4],
  [size, 4],
  [size, 4],
  [name.length, 2],
  [0, 2],
]

const centralOf = ({ crc, size, name, at }) =>
  fieldsOf(
    [
      ...[[0x02014b50, 4], [20, 2], ...commonOf(crc, size, name)],
      ...[
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [at, 4],
      ],
    ],
    name
  )

const endOf = (count, size, at) =>
  fieldsOf([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [size, 4],
    [at, 4],
    [0, 2],
  ])

/** Little-endian numbers of so many bytes each, then a name. */
function fieldsOf(fields, name = new Uint8Array(0)) {
  const length = fields.reduce((sum, [, bytes]) => sum + bytes, 0)
  const made = new Uint8Array(length + name.length)
  const view = new DataView(made.buffer)
  let at = 0
  for (const [value, bytes] of fields) {
    if (bytes === 4) view.setUint32(at, value, true)
    else view.setUint16(at, value, true)
    at += bytes
  }
  made.set(name, at)
  return made
}
