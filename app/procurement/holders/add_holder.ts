import type { Actor } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { people } from '#kernel/people'
import { tenancy } from '#kernel/tenancy'
import { takeTurn } from '#kernel/tenancy/take_turn'
import { buildTrousseau, fromBase64url, SealingRefused, type WrappedKey } from '#lib/sealing'
import { uuidv7 } from '#lib/values'
import { HolderTwice, KeyRefused } from '../errors.js'
import Holder from './holder.js'

/** The public half of a key that was made elsewhere, and the private one as its passphrase closes it. */
export interface NewKey {
  publicKey: string
  wrapped: WrappedKey
}

/**
 * Keeps the key of somebody of the tenant in context. A retired key keeps its handle: old plis are
 * sealed for it. @throws E_HOLDER_TWICE, E_KEY_REFUSED
 */
export async function addHolder(userId: string, key: NewKey, by: Actor): Promise<Holder> {
  await takeTurn(tenancy.trx(), `procurement.holders:${tenancy.tenantId()}`)
  if (await Holder.of(userId)) throw new HolderTwice()
  await mustBeAKey(key.publicKey)
  const all = await Holder.query()
  const names = await people.names([userId])
  const holder = await Holder.create({
    ...key,
    userId,
    name: names.get(userId) ?? 'Porteur',
    handle: `h${all.length + 1}`,
  })
  await journal.append({
    type: 'procurement.holder_added',
    subject: holder.ref,
    actor: by,
    data: { handle: holder.handle, publicKey: holder.publicKey },
  })
  return holder
}

/** One that nobody else has, and that is no point of low order. @throws E_KEY_REFUSED */
async function mustBeAKey(text: string): Promise<void> {
  const key = fromBase64url(text)
  if (key?.length !== 32) throw new KeyRefused()
  const living = await Holder.living()
  const others = living.map(({ handle, publicKey }) => ({
    id: handle,
    publicKey: fromBase64url(publicKey)!,
  }))
  const spare = [1, 2, 3].map((byte) => ({
    id: `essai-${byte}`,
    publicKey: new Uint8Array(32).fill(byte + 8),
  }))
  const trial = { tender: uuidv7(), envelopes: ['offre-1'], threshold: 2 }
  const holders = [{ id: 'nouveau', publicKey: key }, ...others, ...spare].slice(0, 16)
  try {
    await buildTrousseau({ ...trial, holders })
  } catch (error) {
    if (error instanceof SealingRefused) throw new KeyRefused()
    throw error
  }
}

/** Takes a key out of the trousseaux to come; those that are published keep it. */
export async function retireHolder(holder: Holder, by: Actor, at: Date): Promise<void> {
  await Holder.query().where('id', holder.id).update({ retired_at: at })
  await journal.append({ type: 'procurement.holder_retired', subject: holder.ref, actor: by })
}
