import { seenIn, type SharedForm } from '#web/forms/shared_form'
import type Axe from '../models/axe.js'
import type Fiche from '../models/fiche.js'
import type Recommendation from '../models/recommendation.js'
import { RECOMMENDATION_STATES } from '../models/recommendation.js'
import { FICHE_STATUTS } from '../rules/fiche_statut.js'

/** The short forms of the project, which keep no draft: what each of them replaces (decision 0040). */
export const sharedAxe = ({ id, title, number }: Axe): SharedForm => ({
  key: `axe:${id}`,
  what: 'cet axe',
  stored: { title, number },
  labels: { title: 'Titre de l’axe', number: 'Rang' },
})

export const sharedStatut = ({ id, statut }: Fiche): SharedForm => ({
  key: `fiche:${id}:statut`,
  what: 'le statut de cette action',
  stored: { statut: FICHE_STATUTS[statut].label },
  labels: { statut: 'Statut' },
})

/** `axes`: those of the project, for the name of the one where the action stands now. */
export const sharedPlace = ({ id, axeId }: Fiche, axes: Axe[]): SharedForm => {
  const axe = axes.find((one) => one.id === axeId)
  return {
    key: `fiche:${id}:axe`,
    what: 'la place de cette action',
    stored: { axe: axe ? `Axe ${axe.number}. ${axe.title}` : axeId },
    labels: { axe: 'Axe' },
  }
}

export const sharedAdvice = ({ id, state }: Recommendation): SharedForm => ({
  key: `recommandation:${id}`,
  what: 'la suite de cette recommandation',
  stored: { state: RECOMMENDATION_STATES[state].label },
  labels: { state: 'Suite' },
})

/** What a page puts in such a form. */
export const shownIn = (form: SharedForm) => ({ form: form.key, seen: seenIn(form) })
