import type { Role } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'

export interface Member {
  id: string
  userId: string
  fullName: string
  email: string
  /** E.164, as she gave it; null when she gave none. */
  phone: string | null
  roles: Role[]
  title: string | null
  state: 'active' | 'suspended'
  lastLoginAt: Date | null
}

/** The members of the tenant in context, by name. */
export async function membersHere(): Promise<Member[]> {
  const rows = await memberRows().orderBy('users.full_name').orderBy('memberships.id')
  return rows.map(memberOf)
}

/** One member by the identifier of her place here, or null. */
export async function memberHere(id: string): Promise<Member | null> {
  const row = await memberRows().where('memberships.id', id).first()
  return row ? memberOf(row) : null
}

/** The rows of those who work in the tenant in context, in no order; `memberOf` reads one. */
export function memberRows() {
  const { trx, tenantId } = tenancy.current()!
  return trx
    .from('kernel.memberships')
    .join('kernel.users', 'users.id', 'memberships.user_id')
    .where('memberships.tenant_id', tenantId)
    .select('memberships.*', 'users.full_name', 'users.email', 'users.phone', 'users.last_login_at')
}

/** A row of `memberRows` as a member. */
export function memberOf(row: any): Member {
  return {
    id: row.id,
    userId: row.user_id,
    fullName: row.full_name,
    email: row.email,
    phone: row.phone,
    roles: row.roles,
    title: row.title,
    state: row.state,
    lastLoginAt: row.last_login_at,
  }
}
