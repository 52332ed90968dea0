import { type Actor } from '#kernel/actor'
import type { Role } from '#kernel/room'
import { LastAdministrator } from '#identity/errors'
import { mustBePerson } from '#identity/tokens/technical_accounts'
import Membership from '#kernel/people/membership'
import { membershipLifecycle } from '#kernel/people/membership_lifecycle'
import { journal } from '#kernel/journal'

/** Refuses to leave the tenant without anybody to administer it. */
async function keepAnAdministrator(leaving: Membership): Promise<void> {
  // The lock makes two administrators who demote each other wait for one another.
  const active = await Membership.query().where('state', 'active').orderBy('id').forUpdate()
  const others = active.filter(
    ({ id, roles }) => id !== leaving.id && roles.includes('administrator')
  )
  if (others.length === 0) throw new LastAdministrator().at('roles')
}

const isAdministrator = (member: Membership) =>
  member.state === 'active' && member.roles.includes('administrator')

const record = (type: string, member: Membership, by: Actor, data = {}) =>
  journal.append({
    type: `identity.${type}`,
    subject: { capability: 'identity', type: 'membership', id: member.id },
    actor: by,
    data: { userId: member.userId, ...data },
  })

/** Gives a member other roles and another title; throws LastAdministrator, E_TECHNICAL_ADMINISTRATOR. */
export async function changeRoles(
  member: Membership,
  { roles, title }: { roles: Role[]; title: string | null },
  by: Actor
): Promise<void> {
  if (roles.includes('administrator')) await mustBePerson(member.userId)
  if (isAdministrator(member) && !roles.includes('administrator')) await keepAnAdministrator(member)
  const former = member.roles
  await member.merge({ roles, title }).save()
  await record('roles_changed', member, by, { from: former, to: roles })
}

/** Closes the tenant to a member, whose past acts remain hers; throws LastAdministrator. */
export async function suspendMember(member: Membership, by: Actor): Promise<void> {
  if (isAdministrator(member)) await keepAnAdministrator(member)
  await membershipLifecycle.move(member, 'suspend')
  await record('member_suspended', member, by)
}

export async function reinstateMember(member: Membership, by: Actor): Promise<void> {
  await membershipLifecycle.move(member, 'reinstate')
  await record('member_reinstated', member, by)
}
