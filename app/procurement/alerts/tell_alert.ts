import { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { listPublished } from '../open_api/list_published.js'
import { findAlert, type Alert } from './alert.js'
import { noteTold } from './note_told.js'
import { tellWhoever } from './tell_whoever.js'

const AT_ONCE = 500
const MOST_PAGES = 4
/** A publication that commits late bears an earlier moment: what was told already is not told again. */
const LOOK_BACK = { minutes: 10 }

/**
 * Looks for what is new to a saved search, and asks for one mail of it, or one message. Which consultations it tells
 * is written with what is asked: a process killed anywhere tells nothing twice, and
 * nothing is lost.
 */
export const tellAlert = defineJob<{ alertId: string }>({
  name: 'procurement.tell_alert',
  title: 'Chercher ce qui est nouveau pour une recherche enregistrée',
  onGiveUp: { nobodyNeeds: 'the next turn finds it again' },
  async handle({ alertId }, { tenantId }) {
    const alert = await tenancy.run(tenantId, () => findAlert(alertId))
    if (!isDue(alert)) return
    const now = clock.now()
    const found = await newTo(alert)
    await tenancy.run(tenantId, async () => {
      const held = await findAlert(alertId, true)
      // Another worker was here first
      if (!isDue(held) || held.nextAt.getTime() !== alert.nextAt.getTime()) return
      const consultationIds = await noteTold(held, found, { until: now, now })
      if (consultationIds.length === 0) return
      await tellWhoever(held, consultationIds)
    })
  },
})

type Due = Alert & { nextAt: Date; toldUntil: Date; confirmedAt: Date }

const isDue = (alert: Alert | null): alert is Due =>
  alert?.state === 'living' && alert.nextAt !== null && alert.nextAt <= clock.now().toJSDate()

async function newTo({ criteria, toldUntil, confirmedAt }: Due): Promise<string[]> {
  const publishedAfter = DateTime.max(
    DateTime.fromJSDate(toldUntil).minus(LOOK_BACK),
    DateTime.fromJSDate(confirmedAt)
  )
  const found: string[] = []
  let apres: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const { rows, next } = await listPublished({ ...criteria, publishedAfter, apres })
    found.push(...rows.filter(({ state }) => state === 'online').map(({ id }) => id))
    if (!next) break
    apres = next
  }
  return found
}

definePeriodic({
  name: 'procurement.find_alerts',
  title: 'Trouver les recherches enregistrées à regarder',
  everySeconds: 60,
  async run() {
    const due = await systemDb()
      .from('procurement.alerts')
      .where('next_at', '<=', clock.now().toJSDate())
      .orderBy('next_at')
      .limit(AT_ONCE)
      .select('id', 'asked_from', 'next_at')
    for (const { id: alertId, asked_from: tenantId, next_at: nextAt } of due)
      await tenancy.run(tenantId, () =>
        tellAlert.enqueue(
          { alertId },
          { dedupeKey: `procurement.tell_alert:${alertId}:${nextAt.getTime()}` }
        )
      )
  },
})
