import { utf8 } from './bytes.js'

const SEGMENT_BYTES = 255
const NAME_BYTES = 1_000
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f]/

/** What a name breaks of FORMAT §4, as the end of a French sentence; null when nothing. */
export function faultOfName(name: string): string | null {
  if (!name.isWellFormed()) return 'porte un caractère qui n’en est pas un'
  if (name !== name.normalize('NFC')) return 'porte un accent séparé de sa lettre'
  if (name.includes('\\')) return 'porte une barre oblique inversée'
  if (CONTROLS.test(name)) return 'porte un caractère invisible'
  const segments = name.split('/')
  if (segments.some((segment) => ['', '.', '..'].includes(segment))) return 'sort de son dossier'
  if (utf8(name).length > NAME_BYTES) return `dépasse ${NAME_BYTES} octets`
  if (segments.some((segment) => utf8(segment).length > SEGMENT_BYTES))
    return `porte un nom de dossier ou de fichier de plus de ${SEGMENT_BYTES} octets`
  return null
}

/** Two names that cannot stand in one folder: equal, or one a file and the other a folder; null if none. */
export function namesThatMeet(names: string[]): [string, string] | null {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) return [name, name]
    seen.add(name)
  }
  for (const name of names) {
    for (let at = name.indexOf('/'); at !== -1; at = name.indexOf('/', at + 1)) {
      if (seen.has(name.slice(0, at))) return [name.slice(0, at), name]
    }
  }
  return null
}
