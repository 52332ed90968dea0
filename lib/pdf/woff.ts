import { inflateSync } from 'node:zlib'

interface Table {
  tag: string
  checksum: number
  data: Buffer
}

const WOFF_HEADER = 44
const WOFF_ENTRY = 20
const SFNT_HEADER = 12
const SFNT_ENTRY = 16

/** Unpacks a WOFF 1.0 file into the TrueType file it wraps (W3C WOFF §4–5), less some tables. */
export function woffToTrueType(woff: Buffer, dropped: string[] = []): Buffer {
  const tables = readTables(woff).filter((table) => !dropped.includes(table.tag))
  const directory = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * tables.length)
  directory.writeUInt32BE(woff.readUInt32BE(4), 0)
  directory.writeUInt16BE(tables.length, 4)
  const bodies: Buffer[] = []
  let position = directory.length
  tables.forEach((table, index) => {
    const entry = SFNT_HEADER + SFNT_ENTRY * index
    directory.write(table.tag, entry, 'latin1')
    directory.writeUInt32BE(table.checksum, entry + 4)
    directory.writeUInt32BE(position, entry + 8)
    directory.writeUInt32BE(table.data.length, entry + 12)
    const padding = Buffer.alloc((4 - (table.data.length % 4)) % 4)
    bodies.push(table.data, padding)
    position += table.data.length + padding.length
  })
  return Buffer.concat([directory, ...bodies])
}

function readTables(woff: Buffer): Table[] {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const entry = WOFF_HEADER + WOFF_ENTRY * index
    const offset = woff.readUInt32BE(entry + 4)
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(entry + 8))
    const isPacked = packed.length < woff.readUInt32BE(entry + 12)
    return {
      tag: woff.toString('latin1', entry, entry + 4),
      checksum: woff.readUInt32BE(entry + 16),
      data: isPacked ? inflateSync(packed) : packed,
    }
  })
}
