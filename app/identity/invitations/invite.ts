import type { Actor } from '#kernel/actor'
import type { Role } from '#kernel/room'
import { askMoment } from '#identity/moment'
import { AlreadyInvited, AlreadyMember } from '#identity/errors'
import Invitation from '#identity/invitation'
import { mailInvitation } from '#identity/jobs/mail_invitation'
import { digest, newSecret } from '#identity/secrets'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { EmailAddress } from '#lib/values'

export const VALID_DAYS = 7

export interface Invited {
  email: string
  fullName: string
  roles: Role[]
  /** « Maire », « Secrétaire générale ». */
  title?: string | null
}

const subject = (id: string) => ({ capability: 'identity', type: 'invitation', id })
const expiry = () => askMoment(tenancy.trx(), VALID_DAYS * 86_400)

/**
 * Invites somebody into the tenant in context, by mail, for seven days. Throws AlreadyMember,
 * AlreadyInvited, InvalidValue.
 */
export async function invite(invited: Invited, by: Actor): Promise<Invitation> {
  const email = String(EmailAddress.parse(invited.email))
  await refuseKnown(email)
  const invitation = await Invitation.create({
    email,
    fullName: invited.fullName.trim(),
    roles: invited.roles,
    title: invited.title?.trim() || null,
    invitedBy: by.id ?? null,
    // The secret is drawn by the job that mails it: it never rests in the outbox.
    tokenHash: digest(newSecret()),
    expiresAt: await expiry(),
  })
  await journal.append({
    type: 'identity.person_invited',
    subject: subject(invitation.id),
    actor: by,
    data: { roles: invited.roles },
  })
  await mailInvitation.enqueue({ invitationId: invitation.id })
  return invitation
}

async function refuseKnown(email: string): Promise<void> {
  const { trx, tenantId } = tenancy.current()!
  const member = await trx
    .from('kernel.memberships')
    .join('kernel.users', 'users.id', 'memberships.user_id')
    .where({ 'memberships.tenant_id': tenantId, 'users.email': email })
    .select('memberships.id')
    .first()
  if (member) throw new AlreadyMember().at('email')
  const waiting = await Invitation.query().where('email', email).whereNull('acceptedAt').first()
  if (waiting) throw new AlreadyInvited().at('email')
}

/** Mails an invitation again, with a new link for seven more days; the former link dies. */
export async function resend(invitation: Invitation, by: Actor): Promise<void> {
  await invitation.merge({ expiresAt: await expiry() }).save()
  await journal.append({
    type: 'identity.invitation_resent',
    subject: subject(invitation.id),
    actor: by,
  })
  await mailInvitation.enqueue({ invitationId: invitation.id })
}

/** Takes an invitation back. */
export async function revoke(invitation: Invitation, by: Actor): Promise<void> {
  await invitation.delete()
  await journal.append({
    type: 'identity.invitation_revoked',
    subject: subject(invitation.id),
    actor: by,
  })
}
