import { DomainError } from '#lib/errors'
import { XmlRejected } from '#lib/xml'

/** Thrown by a job that trying again cannot help: the operator sees it at once. */
export class GiveUp extends Error {
  readonly code = 'E_JOB_GIVEN_UP'
}

/** A job that ended for good without doing its work. */
export interface GivenUp {
  tenantId: string
  name: string
  payload: object
  /** In French, for the person who will take it up again. */
  reason: string
  error: unknown
}

/**
 * What becomes of a job's object when it gives up: it says so and somebody is called, or there is a
 * written reason why nobody needs to be.
 */
export type GiveUpPlan<Payload> =
  ((payload: Payload, context: GivenUp) => Promise<void>) | { nobodyNeeds: string }

const OUR_FAULT =
  'une erreur est survenue de notre côté. Reprenez ; si elle revient, prévenez la personne qui exploite la plateforme, qui en a le détail.'

/** The sentence that a person may read; what only a programmer reads stays in the operator's log. */
export function reasonOf(error: unknown): string {
  const said = [GiveUp, DomainError, XmlRejected].some((kind) => error instanceof kind)
  return said ? (error as Error).message : OUR_FAULT
}
