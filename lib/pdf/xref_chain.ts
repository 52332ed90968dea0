/** One cross-reference section, and the number that led to it. */
export interface XrefSection {
  /** Where it really starts, once blanks are skipped as every reader does. */
  offset: number
  /** Where the digits of the announced offset stand, and what they say. */
  announcedAt: number
  announced: number
  isTable: boolean
  /** Its trailer, as text (the dictionary of a cross-reference stream). */
  trailer: string
}

export interface XrefChain {
  /** From the last revision to the first. */
  sections: XrefSection[]
  /** The chain comes back on itself. */
  loops: boolean
}

const MOST_SECTIONS = 2_000
const LONGEST_TRAILER = 32_768
const MOST_BLANKS = 32
/** How far beside its announced place a table is still looked for. */
const BESIDE = 8

/** Follows `startxref`, then each /Prev, as far as sections are found (ISO 32000-1 §7.5.4-7.5.8). */
export function xrefChain(bytes: Buffer): XrefChain {
  const sections: XrefSection[] = []
  let pointer = lastPointer(bytes)
  while (pointer && sections.length < MOST_SECTIONS) {
    const offset = sectionNear(bytes, pointer.announced)
    if (offset === null) break
    if (sections.some((one) => one.offset === offset)) return { sections, loops: true }
    const isTable = bytes[offset] === 0x78
    const from = isTable ? bytes.indexOf('trailer', offset) : offset
    if (from === -1) break
    const trailer = trailerAt(bytes, from, isTable)
    sections.push({ ...pointer, offset, isTable, trailer })
    pointer = previousPointer(trailer, from)
  }
  return { sections, loops: false }
}

/**
 * The same bytes when every section starts where it is announced; else a copy whose announcements
 * are right, for a reader that does not skip blanks.
 */
export function withExactOffsets(bytes: Buffer): Buffer {
  const wrong = xrefChain(bytes).sections.filter((one) => one.offset !== one.announced)
  if (wrong.length === 0) return bytes
  const copy = Buffer.from(bytes)
  for (const { offset, announced, announcedAt } of wrong) {
    const [digits, before] = [String(offset), String(announced)]
    const next = String.fromCharCode(copy[announcedAt + before.length])
    const fits =
      digits.length <= before.length || (digits.length === before.length + 1 && /\s/.test(next))
    if (fits) copy.write(digits.padEnd(before.length), announcedAt, 'latin1')
  }
  return copy
}

/** Whether a section says that the document is encrypted. */
export function saysEncrypted(bytes: Buffer): boolean {
  return xrefChain(bytes).sections.some((one) => /\/Encrypt[\s<]/.test(one.trailer))
}

function lastPointer(bytes: Buffer) {
  return pointerAfter(bytes, bytes.lastIndexOf('startxref'), 'startxref'.length)
}

function pointerAfter(bytes: Buffer, at: number, length: number) {
  if (at === -1) return null
  const found = /^\s*(\d{1,12})/.exec(bytes.toString('latin1', at + length, at + length + 64))
  if (!found) return null
  const announcedAt = at + length + found[0].length - found[1].length
  return { announced: Number(found[1]), announcedAt }
}

function previousPointer(trailer: string, from: number) {
  const found = /\/Prev\s+(\d{1,12})/.exec(trailer)
  if (!found) return null
  const announcedAt = from + found.index + found[0].length - found[1].length
  return { announced: Number(found[1]), announcedAt }
}

function sectionNear(bytes: Buffer, announced: number): number | null {
  let at = announced
  while (at < announced + MOST_BLANKS && [0, 9, 10, 12, 13, 32].includes(bytes[at])) at++
  if (isSection(bytes, at)) return at
  for (let beside = Math.max(0, announced - BESIDE); beside <= announced + BESIDE; beside++) {
    if (isTable(bytes, beside) && leadsToObjects(bytes, beside)) return beside
  }
  return null
}

/** Whether the first object that a table names is there: else every offset is wrong, not one. */
function leadsToObjects(bytes: Buffer, table: number): boolean {
  const text = bytes.toString('latin1', table, table + 4096)
  const section = /xref\s+(\d+)\s+\d+\s+/.exec(text)
  const rows = section ? text.slice(section[0].length).split(/(?<=[nf])\s+/) : []
  const rank = rows.findIndex((row) => /^\d{10} \d{5} n$/.test(row))
  if (!section || rank === -1) return false
  const at = Number(rows[rank].slice(0, 10))
  const head = /^\s*(\d+)\s+\d+\s+obj/.exec(bytes.toString('latin1', at, at + 32))
  return Number(head?.[1]) === Number(section[1]) + rank
}

function isTable(bytes: Buffer, at: number): boolean {
  const text = bytes.toString('latin1', Math.max(0, at - 1), at + 5)
  return at === 0 ? false : /^[^a-z]xref\s/.test(text)
}

function isSection(bytes: Buffer, at: number): boolean {
  return (
    isTable(bytes, at) || /^\d{1,10}\s+\d{1,5}\s+obj/.test(bytes.toString('latin1', at, at + 32))
  )
}

function trailerAt(bytes: Buffer, from: number, isTable: boolean): string {
  const end = bytes.indexOf(isTable ? 'startxref' : 'stream', from)
  const stop = Math.min(end === -1 ? bytes.length : end, from + LONGEST_TRAILER)
  return bytes.toString('latin1', from, stop)
}
