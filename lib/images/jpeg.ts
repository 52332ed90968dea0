import { BadImage, mustBeShowable } from './faults.js'

/** Where a picture begins (SOI), and where it ends (EOI). */
export const JPEG_START = Buffer.from([0xff, 0xd8])
const JPEG_END = Buffer.from([0xff, 0xd9])
const SCAN = 0xda
/** Baseline, extended and progressive frames, with Huffman tables: those that browsers draw. */
const FRAMES = [0xc0, 0xc1, 0xc2]
/** Frames, tables (DHT, DQT), restarts (DRI), and Adobe's word on the colours (APP14). */
const KEPT = new Set([...FRAMES, 0xc4, 0xdb, 0xdd, 0xee, SCAN])
const ADOBE = 0xee

/**
 * A JPEG without what is no picture: Exif, places, profiles, comments, thumbnails, and what follows
 * its end. Its points stay as they are packed. Throws BadImage.
 */
export function cleanJpeg(bytes: Buffer): { bytes: Buffer; width: number; height: number } {
  const parts: Buffer[] = [JPEG_START]
  let size: { width: number; height: number } | null = null
  let scans = 0
  let at = JPEG_START.length
  for (;;) {
    const { marker, from, end } = segmentAt(bytes, at)
    if (marker === 0xd9) break
    const body = bytes.subarray(from, end)
    if (FRAMES.includes(marker)) size = sizeIn(body, size)
    if (KEPT.has(marker) && (marker !== ADOBE || isAdobe(body)))
      parts.push(bytes.subarray(from - 4, end))
    at = end
    if (marker !== SCAN) continue
    if (!size) throw new BadImage('damaged')
    at = endOfScan(bytes, end)
    parts.push(bytes.subarray(end, at))
    scans++
  }
  if (!size || scans === 0) throw new BadImage('damaged')
  return { bytes: Buffer.concat([...parts, JPEG_END]), ...size }
}

/** The segment at `at`: its marker, and its body, after the two octets of its length. */
function segmentAt(bytes: Buffer, at: number) {
  while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
  if (bytes[at] !== 0xff || at + 2 > bytes.length) throw new BadImage('damaged')
  const marker = bytes[at + 1]
  if (marker === 0xd9) return { marker, from: at + 2, end: at + 2 }
  if (at + 4 > bytes.length) throw new BadImage('damaged')
  const end = at + 2 + bytes.readUInt16BE(at + 2)
  if (end < at + 4 || end > bytes.length) throw new BadImage('damaged')
  return { marker, from: at + 4, end }
}

/** A second frame, or one with no height yet, is nothing that we know how to bound. */
function sizeIn(frame: Buffer, known: object | null) {
  if (known || frame.length < 6) throw new BadImage('damaged')
  const [height, width] = [frame.readUInt16BE(1), frame.readUInt16BE(3)]
  mustBeShowable(width, height)
  return { width, height }
}

const isAdobe = (body: Buffer) => body.length === 12 && body.toString('latin1', 0, 5) === 'Adobe'

/** Packed points go on until a marker that is neither a stuffed octet nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue
    const next = bytes[at + 1]
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  throw new BadImage('damaged')
}
