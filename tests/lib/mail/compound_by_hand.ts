/** A storage of a compound file: its streams and the storages below, by their name. */
export interface Storage {
  [name: string]: Buffer | Storage
}

interface Entry {
  name: string
  content: Buffer | Storage
  child: number
  next: number
  start: number
}

const SECTOR = 512
const MINI = 64
/** Streams below are kept in the mini stream. */
const CUTOFF = 4096
const [END, FREE, FAT, NONE] = [0xfffffffe, 0xffffffff, 0xfffffffd, 0xffffffff]
const sectors = (bytes: number, size = SECTOR) => Math.ceil(bytes / size)
const padded = (bytes: Buffer, size = SECTOR) =>
  Buffer.concat([bytes, Buffer.alloc(sectors(bytes.length, size) * size - bytes.length)])
const numbers = (all: number[]) => {
  const bytes = Buffer.alloc(all.length * 4)
  for (const [rank, one] of all.entries()) bytes.writeUInt32LE(one >>> 0, rank * 4)
  return bytes
}
const chain = (from: number, count: number) =>
  Array.from({ length: count }, (_none, rank) => (rank === count - 1 ? END : from + rank + 1))

/** Writes a compound file of version 3 (MS-CFB), small enough for the 109 sectors that its header names. */
export function compoundFile(root: Storage): Buffer {
  const entries: Entry[] = []
  lay(entries, 'Root Entry', root)
  const [mini, miniFat]: [Buffer[], number[]] = [[], []]
  const [data, fat]: [Buffer[], number[]] = [[], []]
  const put = (bytes: Buffer): number => {
    if (bytes.length === 0) return END
    const start = fat.length
    fat.push(...chain(start, sectors(bytes.length)))
    data.push(padded(bytes))
    return start
  }
  for (const entry of entries) {
    if (!Buffer.isBuffer(entry.content)) continue
    if (entry.content.length >= CUTOFF) entry.start = put(entry.content)
    else if (entry.content.length > 0) {
      entry.start = miniFat.length
      miniFat.push(...chain(miniFat.length, sectors(entry.content.length, MINI)))
      mini.push(padded(entry.content, MINI))
    }
  }
  const miniStream = Buffer.concat(mini)
  entries[0].start = put(miniStream)
  const miniStart = put(numbers([...miniFat, ...Array(-miniFat.length & 127).fill(FREE)]))
  const directory = Buffer.concat(entries.map((one, rank) => written(one, rank, miniStream.length)))
  const directoryStart = put(padded(directory))
  const fatStart = fat.length
  let fats = 1
  while (fats * 128 < fat.length + fats) fats++
  const table = [...fat, ...Array(fats).fill(FAT)]
  const padding = Array(fats * 128 - table.length).fill(FREE)
  const header = headerOf({ fats, fatStart, directoryStart, miniStart, minis: miniFat.length })
  return Buffer.concat([header, ...data, numbers([...table, ...padding])])
}

/** Siblings hang from one another, in the order that §2.6.4 gives them: by length, then by name. */
function lay(entries: Entry[], name: string, content: Buffer | Storage): number {
  const entry: Entry = { name, content, child: NONE, next: NONE, start: END }
  const rank = entries.push(entry) - 1
  if (Buffer.isBuffer(content)) return rank
  const names = Object.keys(content).toSorted(
    (one, other) => one.length - other.length || (one.toUpperCase() < other.toUpperCase() ? -1 : 1)
  )
  let before: Entry | null = null
  for (const below of names) {
    const at = lay(entries, below, content[below])
    if (before) before.next = at
    else entry.child = at
    before = entries[at]
  }
  return rank
}

function written({ name, content, child, next, start }: Entry, rank: number, miniLength: number) {
  const bytes = Buffer.alloc(128)
  bytes.write(name, 0, 62, 'utf16le')
  bytes.writeUInt16LE((name.length + 1) * 2, 64)
  bytes[66] = rank === 0 ? 5 : Buffer.isBuffer(content) ? 2 : 1
  bytes[67] = 1
  for (const [at, number] of [NONE, next, child].entries()) bytes.writeUInt32LE(number, 68 + at * 4)
  bytes.writeUInt32LE(rank > 0 && !Buffer.isBuffer(content) ? 0 : start, 116)
  bytes.writeUInt32LE(rank === 0 ? miniLength : Buffer.isBuffer(content) ? content.length : 0, 120)
  return bytes
}

interface Places {
  fats: number
  fatStart: number
  directoryStart: number
  miniStart: number
  minis: number
}

function headerOf({ fats, fatStart, directoryStart, miniStart, minis }: Places) {
  const bytes = Buffer.alloc(SECTOR)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  for (const [at, word] of [0x3e, 3, 0xfffe, 9, 6].entries()) bytes.writeUInt16LE(word, 24 + at * 2)
  const said = [fats, directoryStart, 0, CUTOFF, miniStart, sectors(minis, 128), END, 0]
  for (const [at, word] of said.entries()) bytes.writeUInt32LE(word >>> 0, 44 + at * 4)
  for (let at = 0; at < 109; at++)
    bytes.writeUInt32LE(at < fats ? fatStart + at : FREE, 76 + at * 4)
  return bytes
}
