import { tenancy } from '#kernel/tenancy'
import type { LocalDate } from '#lib/values'

/** What was paid under one name (a month, a supplier, a service), and how long it took. */
export interface Paid {
  name: string
  count: number
  /** Days from what makes the delay run to the payment, on average. */
  days: number
  late: number
}

/** What remains to be paid before a day, that day included. */
export interface ToPay {
  count: number
  /** Euros, as the base writes a numeric. */
  amount: string
}

/** Suppliers and services that are shown, the slowest first. */
const MOST = 12

const NAMES = {
  month: `to_char(paid_on, 'YYYY-MM')`,
  supplier: 'supplier_siren',
  service: `coalesce(service_code, '')`,
} as const

/** A supplier is one by its SIREN, and is called as it last was. */
const CALLED = { month: 'name', supplier: 'called', service: 'name' } as const

/** The payments between two days, by month in order, or by supplier or service from the slowest; in the tenant in context. */
export async function paidBy(by: keyof typeof NAMES, from: LocalDate, to: LocalDate) {
  const order = by === 'month' ? 'name' : 'days desc, count desc, name'
  const { rows } = await tenancy.trx().rawQuery(
    `select ${CALLED[by]} as name, count, days, late from (
       select ${NAMES[by]} as name, max(supplier_name) as called, count(*)::int as count,
         round(avg(greatest(0, paid_on - coalesce(requested_on, available_on, paid_on))))::int as days,
         (count(*) filter (where paid_on > due_on))::int as late
       from invoicing.invoices
       where tenant_id = :tenant and paid_on between :from::date and :to::date and is_payable
       group by 1) as paid
     order by ${order} limit ${MOST}`,
    { tenant: tenancy.tenantId(), from: from.toString(), to: to.toString() }
  )
  return rows as Paid[]
}

/** What remains to be paid, due on one of these days; in the tenant in context. */
export async function toPay(from: LocalDate | null, to: LocalDate): Promise<ToPay> {
  const { rows } = await tenancy.trx().rawQuery(
    `select count(*)::int as count, coalesce(sum(amount_due), 0)::text as amount
     from invoicing.invoices
     where tenant_id = :tenant and paid_on is null and state <> 'refused'
       and due_key between :from::date and :to::date
       and is_payable and duplicate_of is null and currency = 'EUR'`,
    { tenant: tenancy.tenantId(), from: from?.toString() ?? '2000-01-01', to: to.toString() }
  )
  return rows[0]
}
