import { setTimeout as sleep } from 'node:timers/promises'
import { readDemo } from '../../bin/setup/demo_accounts.mjs'
import type { Itinerary } from '../../bin/journey/itinerary.js'
import { sign, visa } from '../../bin/journey/road.js'
import { actesOf, type ActeRow } from '../faults/clerks.js'
import { ministryReport } from '../helpers/ministry_report.js'
import type { Env } from './world.js'

const LIMIT_MS = 300_000
const ENDS = ['archived', 'anomaly', 'draft']

/**
 * The ministry has taken it and has answered, and the answer reached the platform that was lost: a
 * person is called after some hours. Where answers are read from a mailbox, they are read again.
 */
const ANSWERED_BEFORE = 'transmitted'

const takeUp = (road: Itinerary, { id, step, folder_id: folder }: ActeRow): Promise<unknown> =>
  step === 'visa'
    ? visa(road, `/c/${road.place}/actes/${id}`)
    : sign(road, `/c/${road.place}/parapheur/dossiers/${folder}`)

/** People take up again what waits for them, until every acte is at an end; returns how many at each. */
export async function finish(env: Env): Promise<Record<string, number>> {
  const road = { ...readDemo(env), base: env.APP_URL, pdf: '', present: new Map() }
  const limit = Date.now() + LIMIT_MS
  for (let quiet = 0; ;) {
    const rows = await actesOf(env.DATABASE_BACKUP_URL)
    const waiting = rows.find(({ state, step }) => state === 'in_circuit' && step)
    if (waiting) await takeUp(road, waiting).catch(() => undefined) // done a moment ago: looked at again
    const counts: Record<string, number> = {}
    for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1
    const { mailsPending } = await ministryReport(env.MINISTRY_URL)
    const isDone = rows.every(({ state }) => [...ENDS, ANSWERED_BEFORE].includes(state))
    quiet = isDone && mailsPending === 0 ? quiet + 1 : 0
    // An answer that has left the ministry may still be on its way through the platform
    if (isDone && (quiet > 20 || !counts[ANSWERED_BEFORE])) return counts
    if (Date.now() > limit) throw new Error(`Not at their ends: ${JSON.stringify(counts)}`)
    await sleep(500)
  }
}
