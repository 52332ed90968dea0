import type { Actor } from '#kernel/actor'
import { person } from '#kernel/actor'
import { invite } from '#identity'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import type Fiche from './fiche.js'
import FicheInvitation from './fiche_invitation.js'
import FichePilot from './fiche_pilot.js'

/**
 * Invites an agent of a member commune with the contributor role, to pilot one sheet. Throws what
 * the invitation throws: already a member, already invited, bad address.
 */
export async function invitePilot(
  fiche: Fiche,
  invited: { fullName: string; email: string; title?: string },
  by: Actor
): Promise<void> {
  const { id } = await invite({ ...invited, roles: ['contributor'] }, by)
  await FicheInvitation.create({ ficheId: fiche.id, invitationId: id })
  const data = { invitation: id }
  await journal.append({ type: 'territory.pilot_invited', subject: fiche.ref, actor: by, data })
}

/** Gives their sheet to those who have joined since. Cheap when nobody has. */
export async function admitInvitedPilots(): Promise<void> {
  const joined: { id: string; fiche_id: string; user_id: string }[] = await tenancy
    .trx()
    .from('territory.fiche_invitations as asked')
    .joinRaw(
      `join kernel.invitations as sent on sent.tenant_id = asked.tenant_id and sent.id = asked.invitation_id
       join kernel.users on users.email = sent.email`
    )
    .where('asked.tenant_id', tenancy.tenantId())
    .whereNotNull('sent.accepted_at')
    // Two pages opened at once admit her once: the second leaves her to the first.
    .forUpdate('asked')
    .skipLocked()
    .select('asked.id', 'asked.fiche_id', 'users.id as user_id')
  for (const { id, fiche_id: ficheId, user_id: userId } of joined) {
    await FichePilot.firstOrCreate({ ficheId, userId })
    await FicheInvitation.query().where('id', id).delete()
    const subject = { capability: 'territory', type: 'fiche', id: ficheId }
    const data = { pilot: userId }
    await journal.append({ type: 'territory.pilot_named', subject, actor: person(userId), data })
  }
}
