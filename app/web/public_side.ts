import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { defineEvent } from '#kernel/events'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { defineError } from '#lib/errors'
import { forgetShown } from './shown_members.js'

/** Its pages for everybody answer from now on: what was waiting for readers may be published. */
export const publicSideOpened = defineEvent('kernel.public_side_opened', 1)

/** For a visitor: the member is there, and shows nothing yet. */
export const PublicSideClosed = defineError(
  'E_PUBLIC_SIDE_CLOSED',
  '%s n’a pas encore ouvert ses pages publiques. Revenez plus tard, ou demandez ce que vous cherchez à sa mairie ou à son siège.',
  404
)

/** For an agent who would show something to everybody. */
export const PublicSideNotOpen = defineError(
  'E_PUBLIC_SIDE_NOT_OPEN',
  'Personne ne pourrait le lire : le côté public de votre collectivité n’est pas ouvert. La personne qui l’administre l’ouvre dans « Côté public ».',
  409
)

/** Whether everybody may read what the tenant in context shows. */
export async function isPublicSideOpen(): Promise<boolean> {
  return (await tenants.fresh()).publicSince !== null
}

/** Throws E_PUBLIC_SIDE_NOT_OPEN. */
export async function mustBeOpenToPublic(): Promise<void> {
  if (!(await isPublicSideOpen())) throw new PublicSideNotOpen()
}

/**
 * Opens the public pages of the tenant in context, once and for all: what was published must remain
 * readable (CGCT R2131-1). The journal says who did; a second time changes nothing.
 */
export async function openPublicSide(by: Actor): Promise<void> {
  const { id, publicSince } = await tenants.hold()
  if (publicSince) return
  const row = { public_since: clock.now().toJSDate() }
  await tenancy.trx().from('kernel.tenants').where('id', id).update(row)
  await journal.append({
    type: 'kernel.public_side_opened',
    subject: { capability: 'kernel', type: 'tenant', id },
    actor: by,
  })
  await publicSideOpened.emit({})
  tenants.forget()
  forgetShown()
}
