/** A mention as it is read: the person whom it names, or the words that name nobody. */
export interface Mention {
  personId: string | null
  said: string
}

/** Not within a word: « accueil@kervalan.fr » names nobody. */
const SIGN = /(?<![\p{L}\p{N}._-])@(?=\p{L})/gu

/**
 * Whom a text names: « @Maëlle Le Goff », whatever the case and the accents; the longest name wins.
 */
export function mentionsIn(
  text: string,
  people: readonly { id: string; name: string }[]
): Mention[] {
  const byLength = people
    .map(({ id, name }) => ({ id, plain: plainOf(name) }))
    .toSorted((one, other) => other.plain.length - one.plain.length)
  return [...text.matchAll(SIGN)].map(({ index }) => {
    const rest = text.slice(index + 1)
    const plain = plainOf(rest)
    const named = byLength.find((one) => plain.startsWith(one.plain) && ends(plain, one.plain))
    const [said] = /^\S+(?:\s+\S+)?/.exec(rest)!
    return { personId: named?.id ?? null, said: named ? '' : said.replace(/[.,;:!?)]+$/, '') }
  })
}

const ends = (text: string, name: string): boolean =>
  !/^[\p{L}\p{N}]/u.test(text.slice(name.length))

const plainOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
