import type { Report } from '../rules/apply.js'
import type { SetName } from './profile.js'

export type StepVerdict = 'valid' | 'invalid' | null

/** A rule that is broken, with the set that it is of. */
export type Finding = Report & {
  set: SetName
  /** Our rules and an official pack do not agree on it. */
  disputed?: boolean
}

/** What is said of a file: the contract of `invoicing:check`, without its name and its time. */
export interface Outcome {
  format: 'CII' | 'UBL' | 'CDAR' | 'PIVOT' | null
  container: 'pdf' | null
  /** BT-24 as written, or what a message of life cycle says instead (MDT-3). */
  profile: string | null
  verdict: 'valid' | 'invalid' | 'unreadable'
  steps: { xsd: 'ok' | 'fail' | null; profile: StepVerdict; br_fr: StepVerdict; cpro: StepVerdict }
  rules: Finding[]
}

/** Nothing could be read: one sentence says why, and nothing of the file is lost. */
export const unreadable = (
  container: Outcome['container'],
  id: string,
  message: string
): Outcome => ({
  format: null,
  container,
  profile: null,
  verdict: 'unreadable',
  steps: { xsd: null, profile: null, br_fr: null, cpro: null },
  rules: [{ id, set: 'container', term: 'fichier', severity: 'fatal', message, at: '/' }],
})
