import type { HttpContext } from '@adonisjs/core/http'
import { heldBy } from '#app/outsiders/organisations/attachment'
import Attachment from '#app/outsiders/organisations/attachment'
import Establishment from '#app/outsiders/organisations/establishment'
import { AttachmentMissing } from '#app/outsiders/errors'
import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'
import { type Door, forHerself, putAgent } from './door.js'
import { renewSession, takeDoor } from './open_door.js'

/** Where a session may go, each by one click: what the banner offers. */
export type Target = { kind: 'agent' } | { kind: 'person' } | { kind: 'organisation'; id: string }

/**
 * Changes doors within a session, without a new sign-in: only to a door that was opened in it by its
 * own proof. Says where she goes. @throws E_ATTACHMENT_MISSING
 */
export async function changeDoor(ctx: HttpContext, target: Target): Promise<string> {
  if (target.kind === 'agent') {
    const userId = putAgent(ctx.session)
    renewSession(ctx)
    return userId ? '/collectivites' : '/connexion'
  }
  const door: Door | undefined = ctx.session.get('outsider')
  if (!door) return '/moi/connexion'
  if (target.kind === 'person') {
    takeDoor(ctx, forHerself(door))
    return '/moi'
  }
  takeDoor(ctx, { ...door, establishment: await heldPlace(door.personId, target.id) })
  return '/moi/organismes/ici'
}

/** The establishment for which she acts today. @throws E_ATTACHMENT_MISSING */
async function heldPlace(personId: string, id: string) {
  const attachment = await behind({ person: personId }, () =>
    Attachment.query(walled()).where({ personId, establishmentId: id, state: 'held' }).first()
  )
  if (!attachment) throw new AttachmentMissing()
  return behind({ establishments: [id] }, async () => {
    const { organisationId, name } = await Establishment.get(id)
    return { id, organisationId, name }
  })
}

/** For whom a person may act, for the choice that the banner offers. */
export const placesOf = (personId: string) => behind({ person: personId }, () => heldBy(personId))
