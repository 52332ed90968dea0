import type { Readable } from 'node:stream'

/** So much of an answer is kept, in characters, and read, in bytes; the rest stays at the receiver. */
const SHOWN = 500
const READ = 4 * SHOWN

/**
 * The beginning of an answer as a text that a page may show and the base keep: what is no UTF-8 and
 * what controls a terminal is replaced. Null when there is none. Never throws: an answer that breaks
 * off has the beginning that it has.
 */
export async function readExcerpt(answer: Readable): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of answer) {
      parts.push(part)
      size += part.length
      if (size >= READ) break
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
  const text = Buffer.concat(parts).subarray(0, READ).toString('utf8')
  return (
    Array.from(text.replace(/[^\P{C}\n\t]/gu, '\u{FFFD}'))
      .slice(0, SHOWN)
      .join('') || null
  )
}
