import { type Actor } from '#kernel/actor'
import type { Role } from '#kernel/capability'
import { LastAdministrator } from '#kernel/identity/errors'
import Membership from '#kernel/identity/membership'
import { journal } from '#kernel/journal'
import { whereWords } from '#kernel/search_words'
import { tenancy } from '#kernel/tenancy'

export interface Member {
  id: string
  userId: string
  fullName: string
  email: string
  roles: Role[]
  title: string | null
  state: 'active' | 'suspended'
  lastLoginAt: Date | null
}

/** The members of the tenant in context, by name. */
export async function membersHere(): Promise<Member[]> {
  return (await membersQuery()).map(memberOf)
}

/** One member by the identifier of her place here, or null. */
export async function memberHere(id: string): Promise<Member | null> {
  const row = await membersQuery().where('memberships.id', id).first()
  return row ? memberOf(row) : null
}

const PAGE = 50

/** A page of members by name, those whose name, address or title holds `words`; `after` is an id. */
export async function membersPage(words: string, after: string | null) {
  const query = membersQuery().limit(PAGE + 1)
  whereWords(query, ['users.full_name', 'users.email', 'memberships.title'], words)
  const from = after ? await memberHere(after) : null
  if (from)
    query.whereRaw('(users.full_name, memberships.id) > (?, ?::uuid)', [from.fullName, from.id])
  const rows = await query
  const members = rows.slice(0, PAGE).map(memberOf)
  return { members, next: rows.length > PAGE ? members.at(-1)!.id : null }
}

function membersQuery() {
  const { trx, tenantId } = tenancy.current()!
  return trx
    .from('kernel.memberships')
    .join('kernel.users', 'users.id', 'memberships.user_id')
    .where('memberships.tenant_id', tenantId)
    .orderBy('users.full_name')
    .orderBy('memberships.id')
    .select('memberships.*', 'users.full_name', 'users.email', 'users.last_login_at')
}

function memberOf(row: any): Member {
  return {
    id: row.id,
    userId: row.user_id,
    fullName: row.full_name,
    email: row.email,
    roles: row.roles,
    title: row.title,
    state: row.state,
    lastLoginAt: row.last_login_at,
  }
}

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

/** Gives a member other roles and another title; throws LastAdministrator. */
export async function changeRoles(
  member: Membership,
  { roles, title }: { roles: Role[]; title: string | null },
  by: Actor
): Promise<void> {
  if (isAdministrator(member) && !roles.includes('administrator')) await keepAnAdministrator(member)
  const former = member.roles
  await member.merge({ roles, title }).save()
  await record('roles_changed', member, by, { from: former, to: roles })
}

/** Closes the tenant to a member, whose past acts remain hers; throws LastAdministrator. */
export async function suspendMember(member: Membership, by: Actor): Promise<void> {
  if (isAdministrator(member)) await keepAnAdministrator(member)
  await member.merge({ state: 'suspended' }).save()
  await record('member_suspended', member, by)
}

export async function reinstateMember(member: Membership, by: Actor): Promise<void> {
  await member.merge({ state: 'active' }).save()
  await record('member_reinstated', member, by)
}
