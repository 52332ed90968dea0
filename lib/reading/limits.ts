/** What one reading may use. */
export interface ReadingLimits {
  /** Of the memory of objects, and again of the bytes outside of it. */
  memoryBytes: number
  /** For a file that weighs nothing. */
  baseMs: number
  msPerMegabyte: number
  mostMs: number
}

/** How long the reading of so many bytes may last. */
export function deadlineFor(bytes: number, limits: ReadingLimits): number {
  const { baseMs, msPerMegabyte, mostMs } = limits
  return Math.min(mostMs, baseMs + Math.ceil((bytes / 1_000_000) * msPerMegabyte))
}
