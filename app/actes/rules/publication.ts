import type { ActeState } from './lifecycle.js'
import { KEPT_BY_DEFAULT, PUBLICATION_RULES, type PublicationRule } from './publication_table.js'

/** What decides whether an acte is shown to everybody. */
export interface ToPublish {
  natureCode: number | null
  matiere: string
  /** YYYY-MM-DD, or null while nobody said it: the law of today then. */
  decidedOn: string | null
}

/** What the law wants of the publication of an acte: never undefined, kept back in doubt. */
export function publicationRule({ natureCode, matiere, decidedOn }: ToPublish): PublicationRule {
  const fits = ({ since, natures, matieres }: PublicationRule) =>
    isPath(matiere) &&
    (decidedOn === null || since <= decidedOn) &&
    (natures === 'all' || natures.some((nature) => nature === natureCode)) &&
    (matieres === 'all' || matieres.some((path) => isUnder(matiere, path)))
  return PUBLICATION_RULES.find(fits) ?? KEPT_BY_DEFAULT
}

/** True for what only a redacted copy may show to everybody. */
export const isKeptBack = (acte: ToPublish) => publicationRule(acte).verdict === 'kept_back'

/**
 * A path of the classification, or nothing while it is not chosen. What is written otherwise (« 04.1 »)
 * is of no family that we know, and must not pass for one that is published.
 */
export const MATIERE_PATH = '^([1-9][0-9]?([.][1-9][0-9]?)*)?$'

const isPath = (matiere: string) => new RegExp(MATIERE_PATH).test(matiere)

const isUnder = (matiere: string, path: string) =>
  matiere === path || matiere.startsWith(`${path}.`)

/** Where an acte may have come when everybody reads it. */
export const PUBLIC_STATES = [
  'published',
  'archived',
  'cancelling',
  'cancelled',
] as const satisfies ActeState[]

interface Published extends ToPublish {
  state: ActeState
  isDated: boolean
  withheld: boolean
  hasRedactedCopy: boolean
}

/** What everybody reads of an acte: all of it, a redacted copy, or nothing. */
export function publicForm(acte: Published): 'whole' | 'redacted' | 'none' {
  const state: string = acte.state
  if (!acte.isDated || !PUBLIC_STATES.some((one) => one === state)) return 'none'
  if (acte.hasRedactedCopy) return 'redacted'
  return acte.withheld || isKeptBack(acte) ? 'none' : 'whole'
}
