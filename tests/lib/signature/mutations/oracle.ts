import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { hasTool } from '#tests/helpers/tools'

/** What each signature of a file covers: two ranges, found without any reader. */
export function rangesOf(pdf: Buffer): [number, number, number, number][] {
  const text = pdf.toString('latin1')
  const found = text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)
  return [...found].map((one) => one.slice(1, 5).map(Number) as [number, number, number, number])
}

/** How many signatures of the original still find there every byte that they cover. */
export function untouched(original: Buffer, file: Buffer): number {
  const isSame = (from: number, length: number) =>
    original.subarray(from, from + length).equals(file.subarray(from, from + length))
  return rangesOf(original).filter(([a, b, c, d]) => isSame(a, b) && isSame(c, d)).length
}

/** Every page in grey at a low resolution, drawn by a program that is not ours; null without it. */
export function drawn(pdf: Buffer, directory: string): Buffer | null {
  if (!hasTool('pdftoppm')) return null
  const path = join(directory, 'drawn.pdf')
  writeFileSync(path, pdf)
  const options = { maxBuffer: 256 * 1024 * 1024, timeout: 60_000 }
  return spawnSync('pdftoppm', ['-gray', '-r', '24', path], options).stdout
}

/** The pages of the file at each of its signatures, and as it stands. */
export function revisionsDrawn(pdf: Buffer, directory: string): Buffer[] {
  const ends = rangesOf(pdf).map(([, , c, d]) => c + d)
  const files = [...ends.map((end) => pdf.subarray(0, end)), pdf]
  return files.flatMap((file) => drawn(file, directory) ?? [])
}

const INK = 160
const HIDDEN = 60

/** Whether all that was drawn before is still to be seen, whatever was laid beside. */
export function keepsItsInk(before: Buffer, after: Buffer): boolean {
  if (before.length !== after.length) return false
  return before.every((grey, at) => grey > INK || Math.abs(grey - after[at]) < HIDDEN)
}

export const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
