const MOST_DEPTH = 100

/** Why a path of an archive would lead out of it, in words that follow its name; null when it does not. */
export function pathDanger(path: string): string | null {
  if (path.includes('\0')) return 'contient un zéro'
  if (/^[/\\]/.test(path) || /^[a-z]:/i.test(path)) return 'est un chemin absolu'
  const names = path.split(/[/\\]/)
  if (names.includes('..')) return 'sort de l’archive (..)'
  if (names.length > MOST_DEPTH) return 'est rangé trop profond'
  return null
}

/** The folders of a path of an archive, then its name; old software writes `\` between them. */
export const namesOf = (path: string): string[] =>
  path.split(/[/\\]/).filter((name) => name !== '' && name !== '.')

/** What an entry weighs on both sides, in octets. */
export interface Weighed {
  packed: number
  plain: number
}

const SMALL = 1024 ** 2
const MOST_RATIO = 150
const MOST_ENTRIES = 200_000
const MOST_BYTES = 100 * 1024 ** 3

/** Whether an entry swells as no document does. */
export const isBomb = ({ packed, plain }: Weighed): boolean =>
  plain > SMALL && plain > packed * MOST_RATIO

/** Whether there is more in an archive than anybody packs by hand. */
export const isTooMuch = (count: number, bytes: number): boolean =>
  count > MOST_ENTRIES || bytes > MOST_BYTES

/** The first of some entries that takes its bytes from those of another: bombs are made so. */
export function overlapping<E extends { offset: number; packed: number }>(
  entries: E[]
): E | undefined {
  const inOrder = entries.toSorted((one, other) => one.offset - other.offset)
  return inOrder.find((entry, rank) => {
    const before = inOrder[rank - 1]
    return before !== undefined && entry.offset < before.offset + LOCAL_HEADER + before.packed
  })
}

/** What stands before the bytes of an entry at least (APPNOTE 4.3.7). */
const LOCAL_HEADER = 30
