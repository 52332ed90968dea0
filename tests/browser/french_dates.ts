const MONTHS =
  '[Jj]anvier|[Ff]évrier|[Mm]ars|[Aa]vril|[Mm]ai|[Jj]uin|[Jj]uillet|[Aa]oût|[Ss]eptembre|[Oo]ctobre|[Nn]ovembre|[Dd]écembre'

/** A day, a month of a year, how near a moment is: as Halle says them in French. */
const FRENCH = new RegExp(
  [
    `\\d{1,2}(?:er)?\\s(?:${MONTHS})(?!\\p{L})(?:\\s\\d{4})?`,
    `(?<!\\p{L})(?:${MONTHS})\\s(?:\\d{4}|à\\s)`,
    '[Ii]l y a \\d+ (?:minute|heure|jour)s?',
    '(?:[Dd]epuis|[Dd]ans) \\d+ (?:minute|heure|jour|mois)s?',
    'depuis hier|(?<!\\p{L})(?:hier|aujourd’hui|demain)(?!\\p{L})',
    // And not a length, « 23 h 58 min »
    '\\d{1,2} h \\d\\d(?! min)',
  ].join('|'),
  'gu'
)

/** Where no language can be said, then the dates that were said, then the tags. */
const PLAIN = /<(title|option|textarea|script|style|pre|svg)\b[^]*?<\/\1\s*>/g
const SAID = /<span lang="([a-z]{2})">[^]*?<\/span>/g
const ORDINAL = /<sup>er<\/sup>/g
const TAG = /<(?:[^"'>]|"[^"]*"|'[^']*')*>/g
const AROUND = 50

/** The dates that the text of a page still says in French, each in its sentence. */
export function frenchDates(html: string): string[] {
  const text = html
    .replace(PLAIN, '|')
    .replace(SAID, '…')
    .replace(ORDINAL, 'er')
    .replace(TAG, '|')
    .replace(/&nbsp;|\s/g, ' ')
    .replace(/[ |]*\|[ |]*/g, '|')
    .replace(/ +/g, ' ')
  return [...text.matchAll(FRENCH)].map(({ 0: found, index }) =>
    text.slice(Math.max(0, index - AROUND), index + found.length + AROUND)
  )
}

/** How many dates a page says in a language. */
export const datesIn = (html: string, language: string): number =>
  [...html.matchAll(SAID)].filter(([, code]) => code === language).length
