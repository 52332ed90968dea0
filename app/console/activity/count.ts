import { clock } from '#kernel/clock'
import { allRooms, hasService } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { firstUuidOf } from '#lib/values'

/** Entries of a journal that are counted in one transaction. */
const MOST_ENTRIES = 50_000

/**
 * Counts what a member did since it was last counted, by days of Paris: one transaction for each
 * 50,000 entries of its journal, then its documents of yesterday and today (of all days the first
 * time), then what ends soonest. Done twice it changes nothing.
 */
export async function countActivity(tenantId: string): Promise<void> {
  while ((await tenancy.run(tenantId, countEntries)) === MOST_ENTRIES);
  await tenancy.run(tenantId, countDocuments)
  await tenancy.run(tenantId, noteWhatEnds)
}

const ENTRIES = `
  with fresh as (
    select position, at from kernel.journal_entries
    where tenant_id = :tenant and position > :since order by position limit :most),
  days as (
    insert into kernel.daily_activity as known (tenant_id, day, entries)
    select :tenant, (at at time zone 'Europe/Paris')::date, count(*) from fresh group by 2
    on conflict (tenant_id, day) do update set entries = known.entries + excluded.entries)
  update kernel.activity set position = greatest(position, (select max(position) from fresh)),
    last_at = greatest(last_at, (select max(at) from fresh)), counted_at = now()
  where tenant_id = :tenant returning (select count(*)::int from fresh) as counted`

async function countEntries(): Promise<number> {
  const trx = tenancy.trx()
  const tenant = tenancy.tenantId()
  await trx.rawQuery(
    'insert into kernel.activity (tenant_id) values (:tenant) on conflict do nothing',
    { tenant }
  )
  // Held, so that nothing is counted twice when two workers meet
  const row = await trx.from('kernel.activity').where('tenant_id', tenant).forUpdate().first()
  const bindings = { tenant, since: row.position, most: MOST_ENTRIES }
  const { rows } = await trx.rawQuery(ENTRIES, bindings)
  return rows[0].counted
}

const DOCUMENTS = `
  insert into kernel.daily_activity as known (tenant_id, day, documents, bytes)
  select :tenant, (documents.created_at at time zone 'Europe/Paris')::date, count(*), sum(blobs.size)
  from kernel.documents join kernel.blobs using (tenant_id, sha256)
  where tenant_id = :tenant and documents.id >= :from::uuid
    and documents.created_at >= :midnight::timestamptz
  group by 2
  on conflict (tenant_id, day) do update
    set documents = excluded.documents, bytes = excluded.bytes`

const TOTALS = `
  update kernel.activity set documents = total.documents, bytes = total.bytes
  from (select coalesce(sum(documents), 0) as documents, coalesce(sum(bytes), 0) as bytes
    from kernel.daily_activity where tenant_id = :tenant) as total
  where tenant_id = :tenant`

/** Identifiers are given by processes whose clocks differ a little from that of the base. */
const MARGIN_HOURS = 2

async function countDocuments(): Promise<void> {
  const trx = tenancy.trx()
  const tenant = tenancy.tenantId()
  const { documents } = await trx.from('kernel.activity').where('tenant_id', tenant).first()
  const yesterday = clock.now().setZone('Europe/Paris').startOf('day').minus({ days: 1 })
  const midnight = Number(documents) === 0 ? yesterday.set({ year: 2000 }) : yesterday
  const from = firstUuidOf(midnight.minus({ hours: MARGIN_HOURS }).toMillis())
  await trx.rawQuery(DOCUMENTS, { tenant, from, midnight: midnight.toISO()! })
  await trx.rawQuery(TOTALS, { tenant })
}

async function noteWhatEnds(): Promise<void> {
  const tenant = await tenants.current()
  const endings = []
  for (const { name, ends } of allRooms()) {
    if (ends && hasService(tenant, name)) endings.push(...(await ends()))
  }
  const [first] = endings.sort((one, other) => one.at.getTime() - other.at.getTime())
  await tenancy
    .trx()
    .from('kernel.activity')
    .where('tenant_id', tenant.id)
    .update({ ending: first?.label ?? null, ends_at: first?.at ?? null })
}
