import { tenancy } from '#kernel/tenancy'

/** One line of the registre des fonds: what one entry agreement brought in. */
export interface Holding {
  agreement: string
  label: string
  deposits: number
  units: number
  objects: number
  bytes: number
  firstDay: string | null
  lastDay: string | null
}

/** The registre des fonds: what the archive holds for the tenant in context, by agreement. */
export async function holdings(): Promise<Holding[]> {
  const { rows } = await tenancy.trx().rawQuery(
    `select d.agreement, a.label, count(*)::int as deposits,
            coalesce(sum(u.units), 0)::int as units, coalesce(sum(o.objects), 0)::int as objects,
            coalesce(sum(o.bytes), 0)::bigint as bytes,
            min(u.first_day)::text as "firstDay", max(u.last_day)::text as "lastDay"
       from archiving.deposits d
       join archiving.entry_agreements a on a.tenant_id = d.tenant_id and a.identifier = d.agreement
       left join lateral (
         select count(*) as units, min(start_date) as first_day, max(end_date) as last_day
           from archiving.archived_units where tenant_id = d.tenant_id and deposit_id = d.id) u on true
       left join lateral (
         select count(*) as objects, sum(size) as bytes
           from archiving.archived_objects where tenant_id = d.tenant_id and deposit_id = d.id) o on true
      where d.tenant_id = ? and d.state = 'accepted' and d.destination = 'internal'
      group by d.agreement, a.label order by a.label`,
    [tenancy.tenantId()]
  )
  return rows.map((row: Holding) => ({ ...row, bytes: Number(row.bytes) }))
}

/** How well what is held was read again: objects read, the oldest reading, those that are lost. */
export async function auditFigures(): Promise<{ read: number; lost: number; oldest: Date | null }> {
  const { rows } = await tenancy.trx().rawQuery(
    `select count(audited_at)::int as read, min(audited_at) as oldest,
            count(*) filter (where audit_outcome <> 'intact')::int as lost
       from archiving.archived_objects where tenant_id = ?`,
    [tenancy.tenantId()]
  )
  return rows[0]
}
