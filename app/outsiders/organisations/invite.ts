import { AttachmentInvitationSchema } from '#database/schema/kernel'
import { digest, newSecret } from '#identity'
import { clock } from '#kernel/clock'
import { uuidv7 } from '#lib/values'
import { behind } from '#app/outsiders/wall/wall'
import { walled, WalledModel } from '#app/outsiders/wall/walled_model'
import { InvitationOver, NotManager } from '#app/outsiders/errors'
import { askAttachment, approveAttachment, tellHeld } from './ask.js'
import Attachment from './attachment.js'
import type { At } from './colleagues.js'
import Establishment from './establishment.js'

const DAYS = 14

/** That somebody is awaited at an establishment; the link that was mailed to her says so. */
export class AttachmentInvitation extends WalledModel(AttachmentInvitationSchema) {
  static table = 'kernel.attachment_invitations'
  static connection = 'app'

  declare role: 'manager' | 'colleague'
}

interface Wanted {
  email: string
  fullName: string
  role: 'manager' | 'colleague'
}

/** A manager awaits somebody; the link is drawn and mailed by a job. @throws E_NOT_MANAGER */
export async function inviteColleague(at: At, wanted: Wanted): Promise<string> {
  const { personId, establishmentId } = at
  const id = uuidv7()
  await behind({ person: personId, establishments: [establishmentId] }, async () => {
    const mine = await Attachment.query(walled())
      .where({ personId, establishmentId, state: 'held', role: 'manager' })
      .first()
    if (!mine) throw new NotManager()
    await AttachmentInvitation.create(
      {
        id,
        establishmentId,
        ...wanted,
        invitedBy: personId,
        // Nobody knows of what: until the job draws a link, none opens it
        tokenHash: digest(newSecret()),
        expiresAt: clock.now().plus({ days: DAYS }),
      },
      walled()
    )
  })
  return id
}

/** Draws the link of an invitation: its secret is told here alone. Null when it is over. */
export async function drawInvitation(id: string, establishmentId: string) {
  return behind({ establishments: [establishmentId] }, async () => {
    const row = await AttachmentInvitation.find(id, walled())
    if (!row || row.usedAt || row.expiresAt < clock.now()) return null
    const secret = newSecret()
    await row.merge({ tokenHash: digest(secret) }).save()
    const place = await Establishment.get(establishmentId)
    return { row, secret, place }
  })
}

/** The invitation that a link names; reading it consumes nothing. @throws E_INVITATION_OVER */
export async function invitationOf(secret: string): Promise<AttachmentInvitation> {
  const hash = digest(secret)
  const row = await behind({ invitation: hash }, () =>
    AttachmentInvitation.query(walled()).where('tokenHash', hash).first()
  )
  if (!row || row.usedAt || row.expiresAt < clock.now()) throw new InvitationOver()
  return row
}

/** She accepts, in her own name: the manager's word is the proof. @throws E_INVITATION_OVER */
export async function acceptInvitation(
  secret: string,
  her: { personId: string; name: string }
): Promise<Attachment> {
  const { id, establishmentId, invitedBy, role } = await invitationOf(secret)
  const held = await behind(
    { person: her.personId, establishments: [establishmentId] },
    async () => {
      const row = await AttachmentInvitation.query(walled()).where('id', id).forUpdate().first()
      if (!row || row.usedAt) throw new InvitationOver()
      await row.merge({ usedAt: clock.now() }).save()
      const asked = await askAttachment(her, await Establishment.get(establishmentId))
      await asked.merge({ role }).save()
      return approveAttachment(asked, { kind: 'outside', id: invitedBy }, 'manager')
    }
  )
  await tellHeld(held)
  return held
}
