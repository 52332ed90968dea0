import type { ByteSource } from './byte_source.js'
import { fromCp437 } from './cp437.js'

/** A file or a folder as the directory of a ZIP says it (APPNOTE 6.3.10, §4.3.12). */
export interface ZipEntry {
  name: string
  /** Its bytes are no UTF-8: `name` is what CP437 makes of them. */
  isLegacy: boolean
  isFolder: boolean
  isEncrypted: boolean
  /** 0 stored, 8 deflated, others exist. */
  method: number
  crc: number
  /** As announced, in bytes. */
  pressed: number
  size: number
  /** Where its local header stands. */
  at: number
}

/** `cut` when a part of the archive is missing or does not agree with another. */
export type Directory = { entries: ZipEntry[] } | 'no-archive' | 'cut' | 'too-many'

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const ENTRY_BYTES = 46
/** A comment of 65,535 bytes may follow. */
const TAIL_BYTES = END_BYTES + 0xffff
const MOST_DIRECTORY_BYTES = 64 * 1024 * 1024

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The entries of a ZIP, in the order of its directory; `most` bounds them. */
export async function readDirectory(source: ByteSource, most: number): Promise<Directory> {
  const start = viewOf(await source.read(0, 4))
  const looksLikeOne = start.byteLength === 4 && [LOCAL, END].includes(start.getUint32(0, true))
  const tailAt = Math.max(0, source.size - TAIL_BYTES)
  const tail = await source.read(tailAt, TAIL_BYTES)
  const end = endIn(tail)
  if (end === null) return looksLikeOne ? 'cut' : 'no-archive'
  const place = await placeOf(source, tail, tailAt, end.at)
  if (place === null || place.size > MOST_DIRECTORY_BYTES) return 'cut'
  const { at, size, shift, count } = place
  if (at < 0 || at + size > source.size) return 'cut'
  // What precedes it would itself be the start of an archive: that one is cut.
  if (shift !== 0 && (looksLikeOne || !end.isLast)) return 'cut'
  if (count > most) return 'too-many'
  const bytes = await source.read(at, size)
  return entriesIn(bytes, { shift, count, most })
}

/**
 * Where the end of the directory stands in the tail, and whether the file ends there. One that is
 * followed by more may be that of an archive within a cut one: its start tells.
 */
function endIn(tail: Uint8Array): { at: number; isLast: boolean } | null {
  const view = viewOf(tail)
  let followed: number | null = null
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue
    const rest = tail.length - at - END_BYTES - view.getUint16(at + 20, true)
    if (rest === 0) return { at, isLast: true }
    if (rest > 0) followed ??= at
  }
  return followed === null ? null : { at: followed, isLast: false }
}

async function placeOf(source: ByteSource, tail: Uint8Array, tailAt: number, end: number) {
  const view = viewOf(tail)
  const [disk, diskOfStart] = [view.getUint16(end + 4, true), view.getUint16(end + 6, true)]
  let count = view.getUint16(end + 10, true)
  let size = view.getUint32(end + 12, true)
  let said = view.getUint32(end + 16, true)
  let endsAt = tailAt + end
  const locator = end - 20
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
    const at = Number(view.getBigUint64(locator + 8, true))
    const long = viewOf(await source.read(at, 56))
    if (long.byteLength < 56 || long.getUint32(0, true) !== END_64) return null
    count = Number(long.getBigUint64(32, true))
    size = Number(long.getBigUint64(40, true))
    said = Number(long.getBigUint64(48, true))
    endsAt = at
  } else if ((disk !== 0 && disk !== 0xffff) || (diskOfStart !== 0 && diskOfStart !== 0xffff)) {
    // One volume of several: the others are missing.
    return null
  }
  // What stands before the archive, as in one that extracts itself, shifts all that it says.
  const at = endsAt - size
  return { at, size, count, shift: at - said }
}

function entriesIn(
  bytes: Uint8Array,
  { shift, count, most }: { shift: number; count: number; most: number }
): Directory {
  const view = viewOf(bytes)
  const entries: ZipEntry[] = []
  let at = 0
  while (at < bytes.length) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY) break
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const next = at + ENTRY_BYTES + lengths[0] + lengths[1] + lengths[2]
    if (next > bytes.length) return 'cut'
    entries.push(entryAt(bytes.subarray(at, next), lengths, shift))
    if (entries.length > most) return 'too-many'
    at = next
  }
  return entries.length === count ? { entries } : 'cut'
}

function entryAt(bytes: Uint8Array, [nameBytes, extraBytes]: number[], shift: number): ZipEntry {
  const view = viewOf(bytes)
  const raw = bytes.subarray(ENTRY_BYTES, ENTRY_BYTES + nameBytes)
  const extra = bytes.subarray(ENTRY_BYTES + nameBytes, ENTRY_BYTES + nameBytes + extraBytes)
  const text = utf8Of(raw)
  const name = text ?? fromCp437(raw)
  const short = [view.getUint32(24, true), view.getUint32(20, true), view.getUint32(42, true)]
  const [size, pressed, at] = longSizes(extra, short)
  return {
    name,
    isLegacy: text === null,
    isFolder: name.endsWith('/'),
    isEncrypted: (view.getUint16(8, true) & 0x41) !== 0,
    method: view.getUint16(10, true),
    crc: view.getUint32(16, true),
    pressed,
    size,
    at: at + shift,
  }
}

/** What is too long for 32 bits stands in a field of its own, in this order (§4.5.3). */
function longSizes(extra: Uint8Array, short: number[]): number[] {
  const view = viewOf(extra)
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let from = at + 4
    return short.map((value) => {
      if (value !== 0xffffffff || from + 8 > extra.length) return value
      from += 8
      return Number(view.getBigUint64(from - 8, true))
    })
  }
  return short
}

function utf8Of(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Where the bytes of an entry begin; null when its local header is not there. */
export async function dataOf(source: ByteSource, entry: ZipEntry): Promise<number | null> {
  const header = viewOf(await source.read(entry.at, 30))
  if (entry.at < 0 || header.byteLength < 30 || header.getUint32(0, true) !== LOCAL) return null
  const from = entry.at + 30 + header.getUint16(26, true) + header.getUint16(28, true)
  return from + entry.pressed <= source.size ? from : null
}
