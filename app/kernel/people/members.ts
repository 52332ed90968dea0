import type { Role } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { whereWords } from '#lib/french/search_words'

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
