/** Longer names stand on no disk (ext4, APFS, NTFS). */
const MOST_BYTES = 255

/**
 * What a name is compared by beside its neighbours: composed, without its case. « É » composed and
 * decomposed are one; so are `Rapport.odt` and `RAPPORT.ODT`, of which a Windows folder keeps one.
 */
export const nameKey = (name: string): string =>
  name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')

/** Whether two names are the same one, however their accents are written. */
export const isSameName = (one: string, other: string): boolean =>
  one.normalize('NFC') === other.normalize('NFC')

/** What is wrong with a name at a door, in a sentence; null when it will do. */
export function nameFault(name: string): string | null {
  if (name === '' || name === '.' || name === '..') return 'Écrivez un nom.'
  if (/[\p{Cc}\u2028\u2029]/u.test(name)) return 'Ce nom contient un caractère de contrôle.'
  if (name.includes('/')) return 'Un nom ne contient pas de barre oblique.'
  if (/\p{Cs}|\uFFFE|\uFFFF/u.test(name)) return 'Ce nom contient un caractère qui n’en est pas un.'
  if (/[.\s]$/u.test(name)) return 'Un nom ne finit ni par un point ni par une espace.'
  if (Buffer.byteLength(name) > MOST_BYTES) return 'Ce nom est trop long (255 octets au plus).'
  return null
}

/** The nearest name that has no fault: what an import gives to what it must rename. */
export function mendedName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu, '')
    .replaceAll('/', '-')
    .replace(/[.\s]+$/u, '')
  return within(plain || 'Sans nom', '')
}

/** « Rapport (2).odt » for the second of that name. */
export function numberedName(name: string, number: number): string {
  const { stem, extension } = parts(name)
  return within(stem, ` (${number})${extension}`)
}

/** A name without the extension that says what opens it: « Arrêté 117 » for `Arrêté 117.pdf`. */
export const stemOf = (name: string): string => parts(name).stem

/** Whether a name is that of a message, as mail programs save one: `.eml`, or Outlook's `.msg`. */
export const isMailName = (name: string): boolean => /\.(?:eml|msg)$/i.test(name)

function parts(name: string) {
  const [extension = ''] = /(?<=.)\.[\p{L}\p{N}]{1,8}$/u.exec(name) ?? []
  return { stem: name.slice(0, name.length - extension.length), extension }
}

/** The stem, cut between two characters so that the whole fits on a disk. */
function within(stem: string, end: string): string {
  const signs = [...stem]
  while (Buffer.byteLength(signs.join('') + end) > MOST_BYTES) signs.pop()
  return signs.join('').replace(/[.\s]+$/u, '') + end
}
