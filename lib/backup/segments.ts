/** The size in bytes of a segment of PostgreSQL's log, unless its server was made otherwise. */
export const SEGMENT_BYTES = 16 * 1024 * 1024

const NAME = /^([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})$/

const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, '0')

/** The segment that follows one, on the same timeline: `0000000100000000000000FF`, then `…0100000000`. */
export function nextSegment(name: string, bytes = SEGMENT_BYTES): string {
  const [, timeline, high, low] = NAME.exec(name) ?? []
  if (!timeline) throw new TypeError(`${name} is no segment`)
  const perFile = 2 ** 32 / bytes
  const next = Number.parseInt(low, 16) + 1
  return next < perFile
    ? `${timeline}${high}${hex(next)}`
    : `${timeline}${hex(Number.parseInt(high, 16) + 1)}${hex(0)}`
}

/** From the first to the last, both included; none when the last comes before. */
export function segmentsBetween(first: string, last: string, bytes = SEGMENT_BYTES): string[] {
  if (first.slice(0, 8) !== last.slice(0, 8)) throw new TypeError('two timelines')
  const names: string[] = []
  for (let name = first; name <= last; name = nextSegment(name, bytes)) names.push(name)
  return names
}

/** Where a segment of a base rests in a place. */
export const segmentName = (base: string, segment: string): string =>
  `bases/${base}/log/${segment}.gz`
