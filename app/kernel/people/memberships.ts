import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { tenancy } from '#kernel/tenancy'
import { isUuid } from '#lib/values'

export interface Membership {
  userId: string
  roles: string[]
  title: string | null
}

/** The membership of a person in the tenant in context, or null. */
export async function membershipOf(userId: string): Promise<Membership | null> {
  const row = await tenancy
    .trx()
    .from('kernel.memberships')
    .where({ tenant_id: tenancy.tenantId(), user_id: userId, state: 'active' })
    .first()
  return row ? { userId, roles: row.roles, title: row.title } : null
}

/** As `membershipOf`, and how many tasks wait for her: what the roof of every page says. `person` is SQL. */
export const placeQuestion = (tenant: string, person: string) => `
  select roles, title, (
    select count(*)::int from kernel.tasks t where t.tenant_id = m.tenant_id
    and (t.person_id = m.user_id or t.role = any(m.roles))) as tasks
  from kernel.memberships m
  where tenant_id = ${tenant} and user_id = ${person} and state = 'active'`

export interface Place extends Membership {
  tasksCount: number
}

/** The place that the row of `placeQuestion` says, or null where there is none. */
export const placeOf = (userId: string, row: any): Place | null =>
  row ? { userId, roles: row.roles, title: row.title, tasksCount: row.tasks } : null

/**
 * Runs `work` in a tenant as the person who belongs to it, or with null: her place is read in the
 * same exchange as the transaction is opened, unless it is `known`.
 */
export function runAsMember<T>(
  tenantId: string,
  userId: string,
  work: (place: Place | null) => Promise<T>,
  known?: Place | null
): Promise<T> {
  if (!isUuid(tenantId) || !isUuid(userId)) throw new Error('A place is named by two UUIDs')
  if (known !== undefined) return tenancy.run(tenantId, () => work(known))
  const question = placeQuestion(`'${tenantId}'`, `'${userId}'`)
  return tenancy.runAfter(tenantId, question, (_context, [row]) => work(placeOf(userId, row)))
}

/** The collectivites where a person would work if they were not suspended. */
export async function suspendedPlacesOf(userId: string) {
  if (!isUuid(userId)) throw new Error('A person is named by her UUID')
  return tenancy.outside(() =>
    db.connection('app').transaction(async (trx) => {
      await trx.rawQuery(`set local app.user_id = '${userId}'`)
      const rows = await trx
        .from('kernel.memberships')
        .join('kernel.tenants', 'tenants.id', 'memberships.tenant_id')
        .where('memberships.user_id', userId)
        .where('memberships.state', 'active')
        .where('tenants.state', 'suspended')
        .orderBy('tenants.name')
        .select('tenants.name', 'tenants.suspended_at')
      return rows.map((row) => ({ name: row.name, suspendedAt: row.suspended_at as Date | null }))
    })
  )
}

export interface Workplace {
  tenantId: string
  slug: string
  name: string
  roles: string[]
}

const PLACES_OF = (userId: string) => `
  set local app.user_id = '${userId}';
  select t.id as "tenantId", t.slug, t.name, m.roles
  from kernel.memberships m join kernel.tenants t on t.id = m.tenant_id
  where m.user_id = '${userId}' and m.state = 'active' and t.state = 'active'
  order by t.name;
  set local app.user_id = ''`

/**
 * The collectivites where a person works: her own rows, by a policy of their own that is open for
 * this one question. Asks the transaction in context, or one of its own where there is none.
 */
export async function workplacesOf(userId: string): Promise<Workplace[]> {
  if (!isUuid(userId)) throw new Error('A person is named by her UUID')
  const ask = async (trx: TransactionClientContract) =>
    (await trx.rawQuery(PLACES_OF(userId)))[1].rows as Workplace[]
  const trx = tenancy.current()?.trx
  return trx && !trx.isCompleted ? ask(trx) : db.connection('app').transaction(ask)
}
