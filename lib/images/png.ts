import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { BadImage, mustBeShowable } from './faults.js'

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** What a picture needs, and no word, place, date or animation (PNG third edition, §11). */
const KEPT = new Set(['PLTE', 'tRNS', 'gAMA', 'sRGB'])
/** Samples of a point, by colour type (§11.2.1). */
const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** First column, first line, step of columns and of lines of the seven passes (§8.1). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
]

interface Header {
  width: number
  height: number
  /** Bits of one point. */
  bits: number
  isInterlaced: boolean
}

/**
 * A PNG written again: its points are unpacked, counted and packed anew; all else that it carried
 * (texts, profiles, places, what follows its end) is left behind. Throws BadImage.
 */
export function cleanPng(bytes: Buffer): { bytes: Buffer; width: number; height: number } {
  const chunks = chunksOf(bytes)
  const [first] = chunks
  if (first?.type !== 'IHDR' || chunks.at(-1)?.type !== 'IEND') throw new BadImage('damaged')
  const header = headerOf(first.data)
  const packed = Buffer.concat(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : [])))
  const points = unpacked(packed, header)
  const parts = [
    PNG_SIGNATURE,
    chunk('IHDR', first.data),
    ...chunks.flatMap(({ type, data }) => (KEPT.has(type) ? [chunk(type, data)] : [])),
    chunk('IDAT', deflateSync(points, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return { bytes: Buffer.concat(parts), width: header.width, height: header.height }
}

function chunksOf(bytes: Buffer): { type: string; data: Buffer }[] {
  const chunks = []
  let at = PNG_SIGNATURE.length
  while (at + 12 <= bytes.length) {
    const end = at + 8 + bytes.readUInt32BE(at)
    if (end + 4 > bytes.length) break
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) break
    const type = bytes.toString('latin1', at + 4, at + 8)
    chunks.push({ type, data: bytes.subarray(at + 8, end) })
    if (type === 'IEND') break
    at = end + 4
  }
  return chunks
}

function headerOf(data: Buffer): Header {
  if (data.length !== 13) throw new BadImage('damaged')
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)]
  const [depth, colour, compression, filter, interlace] = data.subarray(8)
  const isKnown = colour in SAMPLES && [1, 2, 4, 8, 16].includes(depth)
  if (!isKnown || compression !== 0 || filter !== 0 || interlace > 1) throw new BadImage('damaged')
  mustBeShowable(width, height)
  return { width, height, bits: depth * SAMPLES[colour], isInterlaced: interlace === 1 }
}

/** The filtered lines of the points, as many octets as the header announces and not one more. */
function unpacked(packed: Buffer, header: Header): Buffer {
  const lines = linesOf(header)
  const size = lines.reduce((sum, octets) => sum + octets, 0)
  let points: Buffer
  try {
    points = inflateSync(packed, { maxOutputLength: size })
  } catch {
    throw new BadImage('damaged')
  }
  if (points.length !== size) throw new BadImage('damaged')
  let at = 0
  for (const octets of lines) {
    if (points[at] > 4) throw new BadImage('damaged')
    at += octets
  }
  return points
}

/** The octets of each line, its filter's included, in the order of the file. */
function linesOf({ width, height, bits, isInterlaced }: Header): number[] {
  const passes = isInterlaced ? PASSES : [[0, 0, 1, 1]]
  return passes.flatMap(([x, y, stepX, stepY]) => {
    const columns = Math.ceil((width - x) / stepX)
    const lines = Math.ceil((height - y) / stepY)
    if (columns <= 0 || lines <= 0) return []
    return Array.from({ length: lines }, () => 1 + Math.ceil((columns * bits) / 8))
  })
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
