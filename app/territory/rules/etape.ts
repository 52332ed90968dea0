import type { Echeance } from './echeance.js'

/** How far a step of an action is. */
export const ETAPE_STATES = {
  a_faire: { label: 'À faire', meaning: 'waiting' },
  en_cours: { label: 'En cours', meaning: 'doing' },
  faite: { label: 'Faite', meaning: 'done' },
} as const

export type EtapeState = keyof typeof ETAPE_STATES

/** One step of an action; the date is as precise as it was given, its day as ISO text. */
export interface Etape {
  text: string
  state: EtapeState
  due: (Omit<Echeance, 'due'> & { due: string }) | null
}

/** A step as the sources give them: words, neither begun nor dated. */
export function plannedEtape(text: string): Etape {
  return { text, state: 'a_faire', due: null }
}

/** « 1 étape faite sur 4 »; null while nothing is done, since the plan itself says so. */
export function etapesDone(etapes: Etape[]): string | null {
  const done = etapes.filter(({ state }) => state === 'faite').length
  if (done === 0) return null
  return `${done} étape${done > 1 ? 's' : ''} faite${done > 1 ? 's' : ''} sur ${etapes.length}`
}
