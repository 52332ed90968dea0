import type { Holder } from './holder.js'
import { isSamePerson } from './person_name.js'

export type HolderProblem =
  | 'expired'
  | 'not_yet_valid'
  | 'seal_for_person'
  | 'person_for_seal'
  | 'other_collectivite'
  | 'other_person'

/** What a certificate is wanted for, and by whom. */
export interface HolderQuestion {
  /** The person who signs, as we know her; null when the collectivite itself seals. */
  person: { fullName: string; isLinked: boolean } | null
  siren: string
  at: Date
}

/**
 * Why the holder of a certificate may not sign this, or null when he may. A person of another name
 * may when an administrator linked her to that certificate; nothing else is ever let through.
 */
export function judgeHolder(holder: Holder, { person, siren, at }: HolderQuestion) {
  return dateProblem(holder, at) ?? whoseProblem(holder, person, siren)
}

function dateProblem({ notBefore, notAfter }: Holder, at: Date): HolderProblem | null {
  if (at < notBefore) return 'not_yet_valid'
  return at > notAfter ? 'expired' : null
}

function whoseProblem(
  holder: Holder,
  person: HolderQuestion['person'],
  siren: string
): HolderProblem | null {
  if (person && holder.nature === 'organisation') return 'seal_for_person'
  if (!person && holder.nature === 'person') return 'person_for_seal'
  if (holder.identifiers.some((one) => one.siren !== siren)) return 'other_collectivite'
  if (!person || person.isLinked || isSamePerson(holder.subject, person.fullName)) return null
  return 'other_person'
}
