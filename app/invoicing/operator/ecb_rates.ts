import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { halfYearOf, type EcbRate } from '#lib/einvoice/clock'
import { Decimal, LocalDate, uuidv7 } from '#lib/values'

const TABLE = 'invoicing.ecb_rates'

/** What the operator said of a half-year, and when. */
export interface SaidRate extends EcbRate {
  saidAt: Date
}

/** Inside a transaction, by its own connection: waiting for a second one can block the whole pool. */
const client = () => tenancy.current()?.trx ?? systemDb()

/** The rates that count, one a half-year, the latest half-year first: what was said last is right. */
export async function saidRates(): Promise<SaidRate[]> {
  const { rows } = await client().rawQuery(
    `select distinct on (half_year_from) half_year_from::text as day, rate::text, said_at
     from ${TABLE} order by half_year_from desc, said_at desc, id desc`
  )
  return rows.map(({ day, rate, said_at: saidAt }: Record<string, any>) => ({
    from: LocalDate.parse(day),
    rate: Decimal.parse(rate),
    saidAt,
  }))
}

/** Says the rate of a half-year, or says it anew: nothing that was said is taken away. */
export async function sayRate(from: LocalDate, rate: Decimal, operatorId: string): Promise<void> {
  await client().table(TABLE).insert({
    id: uuidv7(),
    half_year_from: from.toString(),
    rate: rate.toString(),
    said_by: operatorId,
    said_at: clock.now().toJSDate(),
  })
}

/** How many half-years of the past a rate may still be said of: public debts lapse after four years. */
const HALF_YEARS_BACK = 9

/** The half-years whose rate may be said, the current one first. */
export function halfYears(today = clock.today()): LocalDate[] {
  const current = halfYearOf(today)
  return Array.from({ length: HALF_YEARS_BACK }, (_, rank) => current.plusMonths(-6 * rank))
}
