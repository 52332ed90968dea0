import { appUrl } from '#config/app'
import { clock } from '#kernel/clock'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { LOOK_EVERY_MS, type Interval, type Look } from '../rules/availability.js'
import type { KeptLook } from '../rules/look_periods.js'

/** By the road that companies take: the public address, which asks the base before it answers. */
const LOOKED_AT = `${appUrl}/health/ready`
const LIMIT_MS = 10_000
/** A look a minute: a contract may be argued about for five years, its last hours for a few months. */
const KEPT_DAYS = 400
const MOST = 60 * 24 * 31

/** Looks once at the public address, and keeps what was seen. */
export async function look(get: typeof fetch = fetch): Promise<void> {
  const at = clock.now()
  const begun = performance.now()
  const fault = await faultOf(get)
  const ms = Math.round(performance.now() - begun)
  await systemDb()
    .table('procurement.probes')
    .insert({ id: uuidv7(), at: at.toJSDate(), is_up: fault === null, ms, fault })
}

/** Null when it answered, else what it did, in a few words. */
async function faultOf(get: typeof fetch): Promise<string | null> {
  try {
    const answer = await get(LOOKED_AT, {
      redirect: 'manual',
      signal: AbortSignal.timeout(LIMIT_MS),
    })
    return answer.status < 500 ? null : `HTTP ${answer.status}`
  } catch (error) {
    const isLate = (error as Error).name === 'TimeoutError'
    return isLate ? `sans réponse en ${LIMIT_MS / 1_000} s` : 'adresse injoignable'
  }
}

/** What was seen in an interval, in order; in the transaction in context, where there is one. */
export async function looksIn({ from, to }: Interval): Promise<Look[]> {
  const rows = await (tenancy.current()?.trx ?? systemDb())
    .from('procurement.probes')
    .whereBetween('at', [new Date(from), new Date(to)])
    .orderBy('at')
    .limit(MOST)
  return rows.map(({ at, is_up: isUp, ms }) => ({ at: at.getTime(), isUp, ms }))
}

/** All that is kept of what was seen after the first instant and up to the second, in one order for ever. */
export async function keptLooksIn({ from, to }: Interval): Promise<KeptLook[]> {
  const rows = await (tenancy.current()?.trx ?? systemDb())
    .from('procurement.probes')
    .where('at', '>', new Date(from))
    .where('at', '<=', new Date(to))
    .orderBy('at')
    .orderBy('id')
    .limit(MOST)
  return rows.map(({ id, at, is_up: isUp, ms, fault }) => ({
    ...{ id, at: at.getTime(), isUp, ms, fault },
  }))
}

definePeriodic({
  name: 'procurement.look',
  title: 'Regarder si la plateforme répond, et le garder',
  everySeconds: LOOK_EVERY_MS / 1_000,
  run: () => look(),
})

definePeriodic({
  name: 'procurement.forget_looks',
  title: 'Oublier les anciennes mesures de disponibilité',
  everySeconds: 86_400,
  async run() {
    await systemDb()
      .from('procurement.probes')
      .where('at', '<', clock.now().minus({ days: KEPT_DAYS }).toJSDate())
      .delete()
  },
})
