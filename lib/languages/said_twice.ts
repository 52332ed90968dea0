import type { Language } from './languages.js'

/**
 * Code points that are no character and never leave a process (Unicode 23.7) hold a date said twice,
 * until the page is whole and one sees where it stands. The word between the first two is of this
 * process: nobody can type it, and have a text read differently by two people.
 */
const OPENS = `\uFDD0${crypto.randomUUID()}\uFDD0`
const [PARTS, CLOSES] = ['\uFDD1', '\uFDD2']

/** A date in French and in another language, of which `inOneLanguage` keeps one. */
export const saidTwice = (french: string, other: string): string =>
  `${OPENS}${french}${PARTS}${other}${CLOSES}`

const TWICE = `${OPENS}([^${PARTS}]*)${PARTS}([^${CLOSES}]*)${CLOSES}`
/** What takes no element inside: all that such an element holds, then the tags of the others. */
const PLAIN = '<(title|option|textarea|script|style|pre|svg)\\b[^]*?</\\1\\s*>'
const TAG = '<(?:[^"\'>]|"[^"]*"|\'[^\']*\')*>'
const TOKEN = new RegExp(`${PLAIN}|${TAG}|${TWICE}`, 'gi')
const EACH = new RegExp(TWICE, 'g')

/** A part of a text, and the language it is in when that is not French. */
export interface Piece {
  text: string
  lang?: Language
}

/** The same text for a script that draws it: its parts in their order, the dates apart. */
export function piecesOf(text: string, language: Language): Piece[] {
  const parts = text.split(EACH)
  // French, then for each date: French once more, the other, and the French that follows
  return parts.flatMap((part, index): Piece[] => {
    if (part === '' || index % 3 === 1) return []
    return [index % 3 === 2 ? { text: part, lang: language } : { text: part }]
  })
}

/** A text that leaves the pages, its dates in French. */
export const inFrench = (text: string): string =>
  text.includes(OPENS) ? text.replace(EACH, '$1') : text

/**
 * A page whose dates were said twice: in its text, each stands in `language` and says so (RGAA 8.7,
 * WCAG 3.1.2); where a language cannot be said (an attribute, a title, a field, a drawing) it stays in
 * French. Takes HTML.
 */
export function inOneLanguage(html: string, language: Language): string {
  if (!html.includes(OPENS)) return html
  return html.replace(TOKEN, (token, _plain, _french, other: string | undefined) =>
    other === undefined ? inFrench(token) : `<span lang="${language}">${other}</span>`
  )
}
