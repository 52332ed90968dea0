import { isFilled } from './completeness.js'
import { isSectionCode } from './fiche_sections.js'
import { partOf } from './parts/parts.js'
import type { SheetContent } from './sheet.js'

/** What a sheet is asked, one thing after another: the fields of the five-step method, with its costs. */
export const WALK = [
  { code: 'description', question: 'Que fait-on, en quelques phrases ?' },
  { code: 'public_cible', question: 'Pour qui ?' },
  { code: 'essentiel', question: 'Comment s’appelle l’action, et pour quand est-elle ?' },
  { code: 'equipe_projet', question: 'Qui y travaille ?' },
  { code: 'partenaires', question: 'Avec qui, en dehors de la collectivité ?' },
  { code: 'prerequis', question: 'De quoi dépend-elle ?' },
  { code: 'moyens', question: 'Que faut-il pour la conduire ?' },
  { code: 'budget', question: 'Combien coûte-t-elle, et qui paie ?' },
  { code: 'deroule', question: 'Comment se déroule-t-elle ?' },
  { code: 'impacts', question: 'Qu’en attend-on ?' },
  { code: 'risques', question: 'Qu’est-ce qui peut la gêner ?' },
  { code: 'mode_evaluation', question: 'Comment saura-t-on qu’elle a réussi ?' },
] as const

export type WalkCode = (typeof WALK)[number]['code']

/** Whether a sheet says nothing yet of what a question asks; « À définir » says nothing. */
export function isUnanswered(code: WalkCode, sheet: SheetContent): boolean {
  if (isSectionCode(code)) return !isFilled(sheet.sections[code])
  if (code === 'essentiel') return !sheet.echeance
  return partOf(code)!.told(sheet) === ''
}

/** The next question that a sheet leaves open after that one, or its first one; null at the end. */
export function nextQuestion(sheet: SheetContent, after?: string): WalkCode | null {
  const from = WALK.findIndex(({ code }) => code === after) + 1
  return WALK.slice(from).find(({ code }) => isUnanswered(code, sheet))?.code ?? null
}

/** Where a question stands among all; null for a part that the walk does not ask. */
export function questionOf(code: string, sheet: SheetContent) {
  const at = WALK.findIndex((one) => one.code === code)
  if (at < 0) return null
  const { question } = WALK[at]
  return { question, place: at + 1, of: WALK.length, next: nextQuestion(sheet, code) }
}
