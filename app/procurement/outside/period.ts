import { DateTime } from 'luxon'
import { OutsidePeriodSchema } from '#database/schema/procurement'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { TenantModel } from '#kernel/tenancy'
import type { LoggedBatch } from '#lib/proof'
import { hashLine, summaryOf } from '#lib/proof/batch'
import { settledAt } from '../availability/look_period.js'
import type { Interval } from '../rules/availability.js'
import { outsideLineOf } from '../rules/seen_outside.js'
import { outsideLooksReceived, type Received } from './look.js'
import OutsideProbe from './probe.js'

/**
 * What the journal of a buyer says of what probes told, for one tender, by when it was received: a look
 * that comes after its minute was summed up goes into a later period, and changes none.
 */
export default class OutsidePeriod extends TenantModel(OutsidePeriodSchema) {
  static table = 'procurement.outside_periods'

  /** Those that hold a look of an interval, in the order of the journal. */
  static about(consultationId: string, { from, to }: Interval): Promise<OutsidePeriod[]> {
    return this.query()
      .where({ consultationId })
      .where('lastAt', '>=', new Date(from))
      .where('firstAt', '<=', new Date(to))
      .orderBy('id')
      .exec()
  }

  get ref() {
    return { capability: 'procurement', type: 'outside_period', id: this.id }
  }

  get held(): Received {
    return {
      received: { from: this.fromAt.toMillis(), to: this.toAt.toMillis() },
      about: { from: this.aboutFrom.toMillis(), to: this.aboutTo.toMillis() },
    }
  }
}

/**
 * Has the journal sum up what probes told of a consultation since the last time. Where a probe is in
 * service, a silence is written too: nothing can be said later to have come then. Hold it first.
 */
export async function coverOutside(consultationId: string, about: Interval): Promise<void> {
  const last = await OutsidePeriod.query().where({ consultationId }).orderBy('toAt', 'desc').first()
  const received = { from: last?.toAt.toMillis() ?? about.from, to: settledAt() }
  if (received.to <= received.from) return
  const looks = await outsideLooksReceived({ received, about })
  if (looks.length === 0 && (await OutsideProbe.speaking()).length === 0) return
  const sum =
    looks.length > 0
      ? summaryOf(looks.map((look) => hashLine(outsideLineOf(look))))
      : { lines: 0, root: null }
  const moments = looks.map(({ at }) => at)
  const [fromAt, toAt, aboutFrom, aboutTo] = [
    ...[received.from, received.to, about.from, about.to].map((at) => DateTime.fromMillis(at)),
  ]
  const period = await OutsidePeriod.create({
    ...{ consultationId, fromAt, toAt, aboutFrom, aboutTo, at: clock.now(), ...sum },
    firstAt: looks.length > 0 ? DateTime.fromMillis(Math.min(...moments)) : null,
    lastAt: looks.length > 0 ? DateTime.fromMillis(Math.max(...moments)) : null,
  })
  await journal.append({
    type: 'procurement.outside_looks_summed',
    subject: period.ref,
    actor: SYSTEM,
    data: { consultation: consultationId, from: words(fromAt), to: words(toAt), ...sum },
  })
}

const words = (instant: DateTime) => instant.toUTC().toISO()!

/** The lines of some periods, each as the journal summed it up. */
export async function outsideLoggedIn(periods: OutsidePeriod[]): Promise<LoggedBatch[]> {
  const logged: LoggedBatch[] = []
  for (const { id: batch, held } of periods)
    logged.push({ batch, lines: (await outsideLooksReceived(held)).map(outsideLineOf) })
  return logged
}
