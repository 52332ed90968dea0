import db from '@adonisjs/lucid/services/db'
import { person } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { moment } from '#identity/moment'
import { LinkExpired, NotYourInvitation } from '#identity/errors'
import Invitation from '#identity/invitation'
import Membership from '#kernel/people/membership'
import { membershipLifecycle } from '#kernel/people/membership_lifecycle'
import { acceptPassword } from '#identity/passwords/change'
import { digest } from '#identity/secrets'
import User from '#kernel/people/user'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'

export interface OpenInvitation {
  id: string
  tenant: Tenant
  email: string
  fullName: string
  roles: string[]
  title: string | null
  /** Whether somebody has an account under this address already. */
  hasAccount: boolean
}

/** The invitation that a link's secret names; throws LinkExpired. */
export async function invitationBySecret(secret: string): Promise<OpenInvitation> {
  const hash = digest(secret)
  const row = await db.connection('app').transaction(async (trx) => {
    await trx.rawQuery(`set local app.invitation = '${hash}'`)
    return trx
      .from('kernel.invitations')
      .where('token_hash', hash)
      .where('expires_at', '>', moment())
      .first()
  })
  if (!row || row.accepted_at) throw new LinkExpired()
  const tenant = await tenants.byId(row.tenant_id)
  if (tenant?.state !== 'active') throw new LinkExpired()
  const { id, email, full_name: fullName, roles, title } = row
  const hasAccount = (await User.findBy('email', email)) !== null
  return { id, tenant, email, fullName, roles, title, hasAccount }
}

/** A person who has an account joins; throws NotYourInvitation, LinkExpired. */
export async function acceptAs(user: User, open: OpenInvitation, secret: string): Promise<void> {
  if (user.email !== open.email) throw new NotYourInvitation()
  await tenancy.run(open.tenant.id, () => join(user, open, secret))
}

/** A person without an account chooses her password and joins; throws WeakPassword, LinkExpired. */
export async function acceptWithPassword(
  open: OpenInvitation,
  secret: string,
  chosen: { fullName: string; password: string }
): Promise<User> {
  acceptPassword(chosen.password, { email: open.email, fullName: chosen.fullName })
  return tenancy.run(open.tenant.id, async ({ trx }) => {
    const user = await User.create(
      { ...chosen, email: open.email, isOperator: false },
      { client: trx }
    )
    await join(user, open, secret)
    return user
  })
}

async function join(user: User, open: OpenInvitation, secret: string): Promise<void> {
  const lasting = Invitation.query().where('id', open.id).where('expiresAt', '>', moment())
  const invitation = await lasting.forUpdate().first()
  // Between the page and its button the link may have been used, renewed or taken back.
  const usable = invitation && !invitation.acceptedAt
  if (!usable || invitation.tokenHash !== digest(secret)) throw new LinkExpired()
  await invitation.merge({ acceptedAt: clock.now() }).save()
  const { roles, title } = invitation
  const known = await Membership.query().where('userId', user.id).first()
  const membership = known ?? new Membership().merge({ state: 'active' })
  membership.merge({ userId: user.id, roles, title })
  await (known ? membershipLifecycle.move(known, 'join') : membership.save())
  await journal.append({
    type: 'identity.member_joined',
    subject: { capability: 'identity', type: 'membership', id: membership.id },
    actor: person(user.id),
    data: { invitationId: invitation.id, userId: user.id, roles },
  })
}
