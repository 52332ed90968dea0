import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'

export interface ActiveDay {
  /** A legal day: `2026-11-22`. */
  day: string
  entries: number
  documents: number
  bytes: number
}

const DAYS = 30

const PER_DAY = `
  select daily.day::text, sum(entries)::int as entries, sum(daily.documents)::int as documents,
    sum(daily.bytes)::float8 as bytes
  from kernel.tenants
  join lateral (select * from kernel.daily_activity
    where tenant_id = tenants.id and day >= :from::date) as daily on true
  where :tenant::uuid is null or tenants.id = :tenant
  group by daily.day`

/**
 * What was done each of the last 30 days of Paris, today included, by all members or by one; and
 * how much was in the 30 before, to say where it goes.
 */
export async function lastDays(tenantId: string | null = null) {
  const today = clock.now().setZone('Europe/Paris').startOf('day')
  const from = today.minus({ days: 2 * DAYS - 1 })
  const { rows } = await systemDb().rawQuery(PER_DAY, {
    from: from.toISODate()!,
    tenant: tenantId as string,
  })
  const known = new Map((rows as ActiveDay[]).map((row) => [row.day, row]))
  const all = Array.from({ length: 2 * DAYS }, (_, n): ActiveDay => {
    const day = from.plus({ days: n }).toISODate()!
    return known.get(day) ?? { day, entries: 0, documents: 0, bytes: 0 }
  })
  return { days: all.slice(DAYS), before: totalOf(all.slice(0, DAYS)) }
}

/** The sum of some days. */
export const totalOf = (days: ActiveDay[]) =>
  days.reduce(
    (sum, { entries, documents, bytes }) => ({
      entries: sum.entries + entries,
      documents: sum.documents + documents,
      bytes: sum.bytes + bytes,
    }),
    { entries: 0, documents: 0, bytes: 0 }
  )

/** How the queue goes: what waits, since when, and what failed of what ended in a day. */
export async function queueFigures() {
  const { rows } = await systemDb().rawQuery(
    `select
       (select count(*)::int from (select 1 from kernel.outbox
         where done_at is null and failed_at is null and run_at <= now() limit 20000) as due) as waiting,
       (select min(run_at) from kernel.outbox
         where dispatched_at is null and done_at is null and failed_at is null and run_at <= now()) as oldest,
       (select count(*)::int from kernel.outbox where failed_at > now() - interval '1 day') as failed,
       (select count(*)::int from kernel.outbox where done_at > now() - interval '1 day') as done`
  )
  return rows[0] as { waiting: number; oldest: Date | null; failed: number; done: number }
}

export interface EndingLine {
  id: string
  name: string
  ending: string
  endsAt: Date
  isOver: boolean
}

const DAYS_BEFORE_THE_END = 60

/** Of each member, the certificate or seal that ends within 60 days, or did: the soonest first. */
export async function endingsSoon(): Promise<EndingLine[]> {
  const { rows } = await systemDb().rawQuery(
    `select tenants.id, tenants.name, ending, ends_at as "endsAt", ends_at < now() as "isOver"
     from kernel.activity join kernel.tenants on tenants.id = activity.tenant_id
     where tenants.state = 'active' and ends_at < now() + make_interval(days => ?)
     order by ends_at`,
    [DAYS_BEFORE_THE_END]
  )
  return rows
}

/** How many members are open, and how many of them did nothing for 30 days. */
export async function silentMembers(): Promise<{ open: number; silent: number }> {
  const { rows } = await systemDb().rawQuery(
    `select count(*)::int as open, count(*) filter (where ${SILENT})::int as silent
     from kernel.tenants left join kernel.activity on activity.tenant_id = tenants.id
     where tenants.state = 'active'`
  )
  return rows[0]
}

/** A member of `tenants` whose `activity` says that nothing happened there for 30 days. */
export const SILENT = `coalesce(activity.last_at, '-infinity') < now() - interval '${DAYS} days'`

/** What is known of one member; null before it was first counted. */
export async function activityOf(tenantId: string) {
  const row = await systemDb().from('kernel.activity').where('tenant_id', tenantId).first()
  if (!row) return null
  const { last_at: lastAt, documents, bytes, ending, ends_at: endsAt, counted_at: countedAt } = row
  return { lastAt, documents: Number(documents), bytes: Number(bytes), ending, endsAt, countedAt }
}
