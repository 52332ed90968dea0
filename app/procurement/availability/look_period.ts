import { DateTime } from 'luxon'
import { LookPeriodSchema } from '#database/schema/procurement'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { TenantModel } from '#kernel/tenancy'
import type { LoggedBatch } from '#lib/proof'
import { hashLine, summaryOf } from '#lib/proof/batch'
import type { Interval } from '../rules/availability.js'
import { lineOf, uncovered } from '../rules/look_periods.js'
import { keptLooksIn } from './look.js'

/** What the journal of a buyer says of the platform, for one tender, in a stretch of time. */
export default class LookPeriod extends TenantModel(LookPeriodSchema) {
  static table = 'procurement.look_periods'

  /** Those of a consultation that touch an interval, in order. */
  static touching(consultationId: string, { from, to }: Interval): Promise<LookPeriod[]> {
    return this.query()
      .where({ consultationId })
      .where('toAt', '>', new Date(from))
      .where('fromAt', '<', new Date(to))
      .orderBy('fromAt')
      .exec()
  }

  get ref() {
    return { capability: 'procurement', type: 'look_period', id: this.id }
  }

  get interval(): Interval {
    return { from: this.fromAt.toMillis(), to: this.toAt.toMillis() }
  }
}

/** A look bears the instant at which it began, and is written when it has ended: until then none is missing. */
const SETTLED_MS = 60_000

/** Up to when nothing more can come among the looks, in milliseconds. */
export const settledAt = (): number => clock.ms() - SETTLED_MS

/**
 * Has the journal sum up the looks of an interval that it does not hold yet for a consultation: each
 * is a line, the Merkle root of all is in the entry. Hold the consultation first.
 */
export async function coverLooks(
  consultationId: string,
  { from, to: asked }: Interval
): Promise<void> {
  const interval = { from, to: Math.min(asked, settledAt()) }
  const held = await LookPeriod.touching(consultationId, interval)
  const gaps = uncovered(
    interval,
    held.map((period) => period.interval)
  )
  for (const gap of gaps) await coverGap(consultationId, gap)
}

async function coverGap(consultationId: string, { from, to }: Interval): Promise<void> {
  const lines = (await keptLooksIn({ from, to })).map(lineOf)
  const sum = lines.length > 0 ? summaryOf(lines.map(hashLine)) : { lines: 0, root: null }
  const [fromAt, toAt] = [DateTime.fromMillis(from), DateTime.fromMillis(to)]
  const period = await LookPeriod.create({
    ...{ consultationId, fromAt, toAt, at: clock.now() },
    ...sum,
  })
  const words = (instant: DateTime) => instant.toUTC().toISO()!
  await journal.append({
    type: 'procurement.looks_summed',
    subject: period.ref,
    actor: SYSTEM,
    data: { consultation: consultationId, from: words(fromAt), to: words(toAt), ...sum },
  })
}

/** The lines of some periods, each as the journal summed it up. */
export async function loggedIn(periods: LookPeriod[]): Promise<LoggedBatch[]> {
  const logged: LoggedBatch[] = []
  for (const { id: batch, interval } of periods)
    logged.push({ batch, lines: (await keptLooksIn(interval)).map(lineOf) })
  return logged
}
