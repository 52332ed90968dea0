import type { HttpContext } from '@adonisjs/core/http'
import { attemptOutside, countLetter } from '#identity'
import { WrongDoor } from '#app/outsiders/errors'
import { beginCode, masked } from './begin_code.js'
import type { Claims } from './claims.js'
import { link, open, openNew } from './identified.js'
import { provenBy } from './sign_in.js'
import { reachOf, waitingAs } from './who_signs_in.js'

/** What a provider said, while the person says whether a record that we hold is hers. */
interface ClaimsWaiting {
  claims: Claims
  twins: string[]
}

export const claimsWaiting = ({ session }: HttpContext): ClaimsWaiting | null =>
  session.get('claims_waiting') ?? null

/** Where a code may go: what the record has proven; null when it has nothing. */
export async function knownAddress({ twins }: ClaimsWaiting): Promise<string | null> {
  const person = twins.length === 1 ? await waitingAs(twins[0]) : null
  const address = person && reachOf(person)
  return address && masked(address)
}

/** She gives a secret of the record: the provider opens it from now on. @throws E_WRONG_DOOR */
export async function linkBySecret(ctx: HttpContext, secret: string): Promise<string | null> {
  const waiting = claimsWaiting(ctx)
  if (!waiting) return null
  const succeeded = await attemptOutside(ctx, `link ${waiting.twins.join()}`, true)
  for (const id of waiting.twins) {
    const person = await waitingAs(id)
    if (!(await provenBy(person, secret))) continue
    await succeeded()
    ctx.session.forget('claims_waiting')
    await link(id, waiting.claims)
    const opened = await open(ctx, id, waiting.claims)
    return opened.outcome === 'opened' ? opened.next : null
  }
  throw new WrongDoor().at('password')
}

/** A code goes to the address or the telephone of the record; that of the provider counts for nothing. */
export async function linkByLetter(ctx: HttpContext): Promise<void> {
  const waiting = claimsWaiting(ctx)
  const person = waiting?.twins.length === 1 ? await waitingAs(waiting.twins[0]) : null
  const address = person && reachOf(person)
  if (!address) return
  const { id: personId } = person
  await countLetter(ctx, address.toLowerCase())
  await beginCode(ctx, { purpose: 'link', address, personId, shown: masked(address) })
}

/** It is not she, or she has no secret of it: her account is another one, for now. */
export async function keepApart(ctx: HttpContext): Promise<string | null> {
  const waiting = claimsWaiting(ctx)
  if (!waiting) return null
  ctx.session.forget('claims_waiting')
  const opened = await openNew(ctx, waiting.claims)
  return opened.outcome === 'opened' ? opened.next : null
}
