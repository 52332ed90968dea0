import { unaccented } from '#lib/french/search/normalise'
import { LocalDate } from '#lib/values'
import { stemOf } from './names.js'

/** What the name of a file says of the document: proposed, and for somebody to correct. */
export interface SaidByName {
  /** The code of a type. */
  type: string | null
  /** AAAA-MM-JJ */
  date: string | null
}

type Named = { code: string; label: string }

/** How agents shorten them; « AR » is left out, which is an acknowledgement as often as an arrêté. */
const SHORT: Record<string, string[]> = {
  compte_rendu: ['cr'],
  deliberation: ['delib', 'del'],
  facture: ['fact'],
  proces_verbal: ['pv'],
}
/** They say nothing of what it is: « Scan de la facture » is a facture. */
const BEFORE = new Set('scan copie projet de du des d la le les l un une doc document'.split(' '))
const MONTHS =
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ')

/**
 * Reads the type at the head of a name, once its dates and numbers are passed, and the first day
 * that it writes whole. « Place du marché.jpg » is no marché: only what comes first says what it is.
 */
export function saidByName(name: string, types: Named[]): SaidByName {
  const plain = unaccented(stemOf(name))
  return { type: typeIn(plain, types), date: dayIn(plain) }
}

function typeIn(plain: string, types: Named[]): string | null {
  const words = plain.match(/[a-z]+/g) ?? []
  const head = words.slice(words.findIndex((word) => !BEFORE.has(word) && !MONTHS.includes(word)))
  const ways = types
    .filter(({ code }) => code !== 'document')
    .flatMap(({ code, label }) => [
      { code, words: unaccented(label).match(/[a-z]+/g) ?? [] },
      ...(SHORT[code] ?? []).map((word) => ({ code, words: [word] })),
    ])
    .toSorted((one, other) => other.words.length - one.words.length)
  return ways.find((way) => begins(head, way.words))?.code ?? null
}

const begins = (head: string[], words: string[]) =>
  words.length > 0 && words.every((word, rank) => [word, `${word}s`].includes(head[rank]))

/** `2026-03-12`, `20260312`, `12.03.2026`, « 1er mars 2026 »: a day that exists. */
function dayIn(plain: string): string | null {
  const found = [
    ...all(plain, /(?<!\d)(\d{4})([-_. ]?)(\d{2})\2(\d{2})(?!\d)/g, ([, y, , m, d]) => [y, m, d]),
    ...all(plain, /(?<!\d)(\d{1,2})([-_. ])(\d{1,2})\2(\d{4})(?!\d)/g, ([, d, , m, y]) => [
      y,
      m,
      d,
    ]),
    ...all(plain, WRITTEN, ([, d, month, y]) => [y, String(MONTHS.indexOf(month) + 1), d]),
  ]
  return found.toSorted((one, other) => one.at - other.at)[0]?.day ?? null
}

const WRITTEN = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:er)?[-_ ](${MONTHS.join('|')})[-_ ](\\d{4})(?!\\d)`,
  'g'
)

function all(plain: string, pattern: RegExp, read: (match: RegExpExecArray) => string[]) {
  return [...plain.matchAll(pattern)].flatMap((match) => {
    const [year, month, day] = read(match)
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    const isLikely = Number(year) >= 1800 && Number(year) < 2100
    return isLikely && LocalDate.tryParse(written) ? [{ at: match.index, day: written }] : []
  })
}
