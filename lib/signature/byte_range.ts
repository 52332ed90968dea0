import { createHash } from 'node:crypto'

/** [0, start of /Contents, end of /Contents, length after it], in bytes. */
export type ByteRange = [number, number, number, number]

/** The digest of what a signature covers: everything but its own /Contents. */
export function digestOfRanges(pdf: Buffer, [a, b, c, d]: ByteRange, digestName: string): Buffer {
  const hash = createHash(digestName)
  return hash
    .update(pdf.subarray(a, a + b))
    .update(pdf.subarray(c, c + d))
    .digest()
}

/** The bytes that a signature covers. */
export function coveredBytes(bytes: Buffer, [a, b, c, d]: ByteRange): Buffer {
  return Buffer.concat([bytes.subarray(a, a + b), bytes.subarray(c, c + d)])
}
