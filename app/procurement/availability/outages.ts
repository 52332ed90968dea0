import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { here } from '#web/here'
import Consultation from '../drafting/consultation.js'
import {
  durationWords,
  lengthOf,
  measureOf,
  silencesIn,
  type Interval,
} from '../rules/availability.js'
import type { Cause } from '../rules/proposed_hour.js'
import { outsideLooksIn } from '../outside/look.js'
import { lengthBeyond, seenTogether } from '../rules/seen_outside.js'
import { looksIn } from './look.js'

/** When a company has no time left to come back later (DAJ, guide A16). */
const LAST = { hours: 2 }
const AT_ONCE = 500

const outageTask = (id: string) => `procurement.outage:${id}`

/** How long the platform did not answer, and how long nobody could look, in milliseconds. */
interface Lost {
  down: number
  silent: number
  /** How long no probe from elsewhere was answered, beyond what was seen here. */
  outside: number
}

/** What was lost of the last two hours of a consultation, so far. */
export async function lostOf({ deadline }: Consultation): Promise<Lost> {
  const from = deadline.minus(LAST).toMillis()
  const to = Math.min(deadline.toMillis(), clock.now().toMillis())
  if (to <= from) return { down: 0, silent: 0, outside: 0 }
  // The look that a silence follows may be older
  const looks = await looksIn({ from: deadline.minus(LAST).minus(LAST).toMillis(), to })
  const { down } = measureOf({ from, to }, looks)
  const silences = silencesIn({ from, to }, looks)
  const together = seenTogether(await outsideLooksIn({ from, to }))
  const outside = measureOf({ from, to }, together).down
  return {
    down: lengthOf(down),
    silent: lengthOf(silences),
    outside: lengthBeyond(outside, [...down, ...silences]),
  }
}

const DOWN = (ms: number) =>
  `La plateforme n’a pas répondu pendant ${durationWords(ms)} dans les deux heures avant l’heure limite.`
const SILENT = (ms: number) =>
  `Dans les deux heures avant l’heure limite, rien ne montre que la plateforme répondait pendant ${durationWords(ms)}.`
const OUTSIDE = (ms: number) =>
  `Dans les deux heures avant l’heure limite, aucune sonde du dehors n’a eu de réponse pendant ${durationWords(ms)} de plus.`

/** A platform that fell in the last hours, or that nobody can show stood: the hour moves for everybody. */
export async function outageCauses(consultation: Consultation): Promise<Cause[]> {
  const { down, silent, outside } = await lostOf(consultation)
  const until = consultation.deadline.plus({ milliseconds: down + silent + outside })
  return [
    ...(down > 0 ? [{ until, reason: DOWN(down) }] : []),
    ...(silent > 0 ? [{ until, reason: SILENT(silent) }] : []),
    ...(outside > 0 ? [{ until, reason: OUTSIDE(outside) }] : []),
  ]
}

/** Asks the agents whether the hour moves, of one whose last hours were not whole. */
const tellOutage = defineJob<{ consultationId: string }>({
  name: 'procurement.tell_outage',
  title: 'Proposer de reporter une heure limite après une panne',
  onGiveUp: { nobodyNeeds: 'the form of the hour proposes it too' },
  handle: ({ consultationId }, { tenantId }) =>
    tenancy.run(tenantId, async () => {
      const consultation = await Consultation.get(consultationId)
      if (consultation.state !== 'online' || consultation.isPastTheHour) return
      const { down, silent, outside } = await lostOf(consultation)
      if (down + silent + outside === 0) return
      const tenant = await tenants.current()
      await tasks.open({
        key: outageTask(consultationId),
        capability: 'procurement',
        title:
          `Une panne avant l’heure limite : proroger pour tous ? « ${consultation.title} »`.slice(
            0,
            250
          ),
        url: here('procurement.extensions.create', { tenant, id: consultationId }),
        role: 'agent',
        subjectId: consultationId,
        dueAt: consultation.deadline.toJSDate(),
      })
    }),
})

/** Once the hour has moved or passed, nobody is asked any more. */
export const closeOutageTask = (consultationId: string): Promise<void> =>
  tasks.close(outageTask(consultationId))

/** Whether everybody who looked in an interval was answered, and none was silent here. */
async function isWhole(interval: Interval): Promise<boolean> {
  const looks = await looksIn(interval)
  if (!looks.every(({ isUp }) => isUp) || silencesIn(interval, looks).length > 0) return false
  return seenTogether(await outsideLooksIn(interval)).every(({ isUp }) => isUp)
}

definePeriodic({
  name: 'procurement.find_outages',
  title: 'Trouver les consultations qui ferment après une panne',
  everySeconds: 60,
  async run() {
    const now = clock.now()
    const recent = { from: now.minus(LAST).toMillis(), to: now.toMillis() }
    if (await isWhole(recent)) return
    const soon = await systemDb()
      .from('procurement.consultations')
      .where('state', 'online')
      .whereBetween('deadline', [now.toJSDate(), now.plus(LAST).toJSDate()])
      .orderBy('deadline')
      .limit(AT_ONCE)
      .select('tenant_id', 'id')
    for (const { tenant_id: tenantId, id: consultationId } of soon)
      await tenancy.run(tenantId, () => tellOutage.enqueue({ consultationId }))
  },
})
