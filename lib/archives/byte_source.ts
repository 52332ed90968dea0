/** Bytes that are read here and there: a file of a page, of a disk, or part of another. */
export interface ByteSource {
  size: number
  /** So many bytes from there on; fewer when it ends before. */
  read(from: number, length: number): Promise<Uint8Array<ArrayBuffer>>
}

/** Bytes that are held in memory. */
export const bytesAsSource = (bytes: Uint8Array<ArrayBuffer>): ByteSource => ({
  size: bytes.length,
  read: async (from, length) => bytes.subarray(from, from + length),
})

/** A part of a source, read where it stands. */
export const partOf = (source: ByteSource, start: number, size: number): ByteSource => ({
  size,
  read: (from, length) => source.read(start + from, Math.max(0, Math.min(length, size - from))),
})

const CHUNK = 1024 * 1024

/** The bytes of a source in their order. */
export async function* chunksOf(source: ByteSource): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < source.size;) {
    const chunk = await source.read(at, CHUNK)
    if (chunk.length === 0) return
    yield chunk
    at += chunk.length
  }
}
