import { WORDS } from '#lib/einvoice/lifecycle'
import type Invoice from '../models/invoice.js'
import Status from '../models/status.js'

/** What Chorus Pro says that an invoice went through, in its own words. */
export async function statusesOf({ id }: Invoice) {
  const statuses = await Status.of(id)
  return statuses.map(({ status, at, note }) => ({
    status: WORDS[status].chorus,
    at: at.toUTC().toISO()!,
    ...(note && { note }),
  }))
}

/** The verdict as `invoicing:check` gives it, with the packs that judged beside our rules. */
export const verdictOf = ({ outcome }: Invoice) => ({ pack: null, ...outcome })

/** The delay of payment, as `invoicing:clock` gives it. */
export async function clockPiece(invoice: Invoice) {
  const clock = await invoice.clock()
  return {
    id: invoice.number,
    startsOn: clock?.startsOn ?? null,
    dueOn: clock?.dueOn ?? null,
    daysLate: clock?.daysLate ?? 0,
    interest: clock?.interest ?? null,
    indemnity: clock?.indemnity ?? null,
  }
}
