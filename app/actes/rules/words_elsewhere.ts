import type { WholeText } from '#lib/pdf/hidden/whole_text'
import { quoted, wordsIn } from './said_words.js'

/** Shorter ones are articles, and every text has them. */
const SHORTEST = 4

/** Whether a word may name somebody: long enough, or a number. */
const tells = (word: string) => word.length >= SHORTEST || /\d{2}/.test(word)

/**
 * Words of an acte that the pages of its copy no longer show, and that the file still says in its
 * properties, its outline, its notes or the versions that it keeps under it; in French, or null.
 */
export function wordsElsewhere(
  copy: WholeText,
  { originals, earlier }: { originals: Set<string>; earlier: Set<string> }
): string | null {
  const shown = new Set(
    copy.pages.flatMap(({ words }) =>
      words.flatMap(({ text, hiding }) => (hiding ? [] : wordsIn(text)))
    )
  )
  const removed = new Set([...originals].filter((word) => tells(word) && !shown.has(word)))
  const places: [string, string[]][] = [
    ['dans ses propriétés (titre, auteur…)', copy.properties],
    ['dans son plan', copy.outline],
    ['dans ses notes et ses champs', copy.pages.flatMap(({ notes }) => notes)],
    ['dans une version précédente qu’il garde sous celle-ci', [...earlier]],
  ]
  const said = places.flatMap(([where, texts]) => {
    const left = texts.flatMap(wordsIn).filter((word) => removed.has(word))
    return left.length > 0 ? [`${quoted(left)} ${where}`] : []
  })
  if (said.length === 0) return null
  return `Ce fichier dit encore ${said.join(' ; ')} : imprimez la copie masquée dans un nouveau PDF, puis déposez-le.`
}
