import { GENESIS } from '#lib/proof'
import { tenancy } from '#kernel/tenancy'

interface Head {
  position: number
  hash: string
  /** The time of what is written next. */
  at: Date
}

/**
 * Locks the end of the journal of the tenant in context, and takes the time of the next entry: that
 * of the base, read once the lock is held, for the clocks of our machines may be wrong. Where that
 * of the base itself has gone back, the time of the last entry is held until it is passed again:
 * refusing would stop the whole house, and an entry earlier than the one before it proves nothing.
 */
export async function lockHead(): Promise<Head> {
  const tenantId = tenancy.tenantId()
  const head = (await lockedRow(tenantId)) ?? (await firstRow(tenantId))
  const { position, hash, now } = head
  const last: Date | null = head.last ?? (await timeOfEntry(tenantId, position))
  return { position: Number(position), hash, at: last && last > now ? last : now }
}

async function lockedRow(tenantId: string) {
  const { rows } = await tenancy.trx().rawQuery(
    `with head as materialized (
       select position, hash, at from kernel.journal_heads where tenant_id = ? for update)
     select position, hash, at as last, ${TIME} as now from head`,
    [tenantId]
  )
  return rows[0]
}

/** Two transactions may begin the journal at once: the second waits for the first, and goes on from it. */
async function firstRow(tenantId: string) {
  await tenancy
    .trx()
    .rawQuery(
      `insert into kernel.journal_heads (tenant_id, position, hash) values (?, 0, ?) on conflict do nothing`,
      [tenantId, GENESIS]
    )
  return lockedRow(tenantId)
}

/** What our formats write: milliseconds. */
const TIME = `date_trunc('milliseconds', clock_timestamp())`

/** For a head written before it kept its time. */
async function timeOfEntry(tenantId: string, position: string): Promise<Date | null> {
  const row = await tenancy
    .trx()
    .from('kernel.journal_entries')
    .where({ tenant_id: tenantId, position })
    .first()
  return row?.at ?? null
}

/** The time of the base, for what is proven in the tenant in context. */
export async function baseTime(): Promise<Date> {
  const { rows } = await tenancy.trx().rawQuery(`select ${TIME} as now`)
  return rows[0].now
}
