import type { WholeText } from '#lib/pdf/hidden/whole_text'
import { listed, pagesSaid, quoted } from './said_words.js'

/** What a redacted copy still holds, in French: what forbids it, and what only a person can judge. */
export interface LeftInCopy {
  problem: string | null
  /** A person must look, since no program can tell. */
  unsure: string | null
}

const PLACES = 3

const WHERE: Record<string, string> = {
  covered: 'sous un cache',
  invisible: 'écrits sans se voir',
  away: 'hors de ce que montre la page',
  pending: 'dans une zone marquée à expurger qui ne l’a pas été',
  image: 'sous une image',
  doubtful: 'sous un voile',
}
const FORBIDDEN = ['covered', 'invisible', 'away', 'pending']

/** Judges what the pages keep and do not show. */
export function hiddenWordsSaid(text: WholeText | null): LeftInCopy {
  if (!text)
    return { problem: null, unsure: 'La plateforme n’a pas pu lire les pages de ce fichier.' }
  const forbidden = placesOf(text, (hiding) => FORBIDDEN.includes(hiding))
  const problem =
    forbidden.length > 0
      ? `Ces mots se copient encore : ${some(forbidden)}. Retirez-les du texte, ou imprimez la copie masquée comme une image, puis déposez-la.`
      : null
  return { problem, unsure: doubts(text) }
}

function doubts(text: WholeText): string | null {
  const doubtful = placesOf(text, (hiding) => !FORBIDDEN.includes(hiding))
  const images = text.pages.filter(({ hasImage }) => hasImage).map(({ page }) => page)
  const said = [
    images.length > 0 ? `ce que montrent les images de ${pagesSaid(images)}` : null,
    doubtful.length > 0
      ? `si ces mots doivent rester, car ils se copient : ${some(doubtful)}`
      : null,
    text.unread.length > 0 ? `ce que cache ${pagesSaid(text.unread)}` : null,
    text.attachments.length > 0 ? `ce que disent les fichiers joints au PDF` : null,
  ].filter((one) => one !== null)
  return said.length > 0 ? `La plateforme ne peut pas dire ${listed(said)}.` : null
}

/** « page 2, sous un cache, « Kerdoncuff » », one for each page and way of hiding. */
function placesOf({ pages }: WholeText, isWanted: (hiding: string) => boolean): string[] {
  return pages.flatMap(({ page, words }) =>
    Object.entries(WHERE).flatMap(([hiding, where]) => {
      const found = words.filter((word) => word.hiding === hiding && isWanted(hiding))
      return found.length > 0
        ? [`page ${page}, ${where}, ${quoted(found.map(({ text }) => text))}`]
        : []
    })
  )
}

const some = (places: string[]) =>
  places.length > PLACES
    ? `${places.slice(0, PLACES).join(' ; ')} ; et ailleurs encore`
    : places.join(' ; ')
