import type Acte from '../models/acte.js'
import type { NextStep } from '../next_step.js'

/** What holds an acte up, and the gesture that takes it up again; null when nothing does. */
export function troubleStep(acte: Acte, here: string, mayWrite: boolean): NextStep | null {
  if (!acte.trouble) return null
  return {
    title: 'La suite n’a pas pu être faite',
    text: `Ce qui l’a empêchée : ${acte.trouble}`,
    meaning: 'trouble',
    ...(mayWrite && { action: `${here}/relance`, label: 'Reprendre', icon: 'rotate-cw' }),
  }
}
