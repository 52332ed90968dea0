const SEGMENT_BYTES = 255
/** Windows opens no longer path, its own folder included. */
const PATH_LETTERS = 255

const encoder = new TextEncoder()

/** What is wrong with the name of an entry, without looking into it. */
export type NameCode = 'decomposed-name' | 'legacy-name' | 'climbing-name' | 'long-name'

/** The faults of a name; `isLegacy` when its bytes are no UTF-8. */
export function faultsOfEntryName(name: string, isLegacy: boolean): NameCode[] {
  const codes: NameCode[] = []
  if (name !== name.normalize('NFC')) codes.push('decomposed-name')
  if (isLegacy) codes.push('legacy-name')
  if (climbs(name)) codes.push('climbing-name')
  if (isLong(name)) codes.push('long-name')
  return codes
}

/** Whether a name would be written out of the folder where one extracts it, on any system. */
function climbs(name: string): boolean {
  const segments = name.split(/[/\\]/)
  return (
    segments.includes('..') || segments[0] === '' || /^[a-z]:/i.test(name) || name.includes('\0')
  )
}

const isLong = (name: string): boolean =>
  name.length > PATH_LETTERS ||
  name.split('/').some((segment) => encoder.encode(segment).length > SEGMENT_BYTES)
