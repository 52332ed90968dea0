import { seenIn, type SharedForm } from '#web/forms/shared_form'
import type Axe from '../models/axe.js'
import type Evaluation from '../models/evaluation.js'
import type Fiche from '../models/fiche.js'
import type ProjectCheck from '../models/project_check.js'
import type Recommendation from '../models/recommendation.js'
import { RECOMMENDATION_STATES } from '../models/recommendation.js'
import { evaluationPath, type EvaluationKey } from '../rules/evaluation_key.js'
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

export const sharedVisibility = ({ id, public: shown }: Fiche): SharedForm => ({
  key: `fiche:${id}:publication`,
  what: 'la visibilité de cette action',
  stored: { shown: shown ? 'Montrée aux habitants' : 'Cachée aux habitants' },
  labels: { shown: 'Page publique' },
})

/** `pilots`: the names of those who pilot the sheet now. */
export const sharedPilots = (ficheId: string, pilots: string[]): SharedForm => ({
  key: `fiche:${ficheId}:pilotes`,
  what: 'les pilotes de cette action',
  stored: { pilots: pilots.toSorted().join(', ') },
  labels: { pilots: 'Pilotes' },
})

/** `check`: what was noted for that point of the checklist, null while it is to be done. */
export const sharedCheck = (
  projectId: string,
  code: string,
  check: ProjectCheck | null
): SharedForm => ({
  key: `projet:${projectId}:fait:${code}`,
  what: 'ce point de l’étape',
  stored: { doneOn: check?.doneOn.toISODate() ?? null, note: check?.note ?? null },
  labels: { doneOn: 'Date', note: 'Précision' },
})

/** Why a year has no evaluation; `evaluation` is null while nobody has begun it. */
export const sharedJustification = (
  projectId: string,
  key: EvaluationKey,
  evaluation: Evaluation | null
): SharedForm => ({
  key: `projet:${projectId}:justification:${evaluationPath(key)}`,
  what: 'la raison de cette absence',
  stored: { reason: evaluation?.justification ?? null },
  labels: { reason: 'Raison' },
})

/** What a page puts in such a form. */
export const shownIn = (form: SharedForm) => ({ form: form.key, seen: seenIn(form) })
