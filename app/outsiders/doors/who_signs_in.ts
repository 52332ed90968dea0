import { PhoneNumber } from '#lib/values'
import { plainCode } from '#identity'
import Identifier, { identifierNamed } from '#app/outsiders/people/identifier'
import type { IdentifierKind } from '#app/outsiders/people/keys'
import Person from '#app/outsiders/people/person'
import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'
import { hasTelephone } from './telephone.js'

/** What somebody types to say who she is: an address, a telephone, the number of her account. */
export function readLogin(typed: string): { kind: IdentifierKind; value: string } {
  if (typed.includes('@')) return { kind: 'email', value: typed.trim() }
  const phone = readPhone(typed)
  return phone ? { kind: 'phone', value: phone } : { kind: 'account', value: plainCode(typed) }
}

function readPhone(typed: string): string | null {
  if (/[a-z]/i.test(typed)) return null
  try {
    return PhoneNumber.parse(typed).value
  } catch {
    // No telephone: it may be the number of an account, and is looked for as such
    return null
  }
}

/** Somebody at the door, with what may open it. */
export interface Waiting {
  id: string
  password: string | null
  fullName: string
  /** Digest of the code that she has on paper. */
  paperCode: string | null
  /** The address that she has proven to read: codes go there. */
  email: string | null
  /** The telephone that she has proven to answer: where she has no address, codes go there. */
  phone: string | null
}

/** Where a code reaches her; null when nothing of hers is proven, or no telephone is set. */
export const reachOf = ({ email, phone }: Waiting): string | null =>
  email ?? (hasTelephone() ? phone : null)

/** Whom a login names; null for nobody. What is not proven to be somebody's names nobody. */
export async function whoSignsIn(typed: string): Promise<Waiting | null> {
  const { kind, value } = readLogin(typed)
  const named = await identifierNamed(kind, value)
  if (!named || (kind !== 'account' && !named.provenAt)) return null
  return waitingAs(named.personId)
}

/** What may open the door of a person; null when her account is closed. */
export async function waitingAs(personId: string): Promise<Waiting | null> {
  return behind({ person: personId }, async () => {
    const person = await Person.find(personId, walled())
    if (!person || person.closedAt || person.mergedInto) return null
    const living = await Identifier.query(walled()).where({ personId }).whereNull('ended_at')
    const of = (kind: IdentifierKind) =>
      living.find((one) => one.kind === kind && (kind === 'paper_code' || one.provenAt))?.value
    return {
      id: person.id,
      password: person.password,
      fullName: person.fullName,
      paperCode: of('paper_code') ?? null,
      email: of('email') ?? null,
      phone: of('phone') ?? null,
    }
  })
}
