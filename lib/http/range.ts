/** Some bytes of a whole, `end` included. */
export interface ByteRange {
  start: number
  end: number
}

/**
 * What a `Range` asks of `size` bytes (RFC 9110 §14.2): null when the whole is to be sent, because
 * nothing is asked, or in a unit or a form that we need not know (several ranges are one answer less
 * and one request more); `unsatisfiable` when nothing of it is there (416).
 */
export function parseRange(
  header: string | undefined,
  size: number
): ByteRange | 'unsatisfiable' | null {
  const [, first, last] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(header ?? '') ?? []
  if (first === undefined || (first === '' && last === '')) return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return null
  if (start >= size) return 'unsatisfiable'
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}

/** `bytes 0-99/1000`; a star in the place of the range says that it is not there. */
export const contentRange = (range: ByteRange | null, size: number): string =>
  `bytes ${range ? `${range.start}-${range.end}` : '*'}/${size}`
