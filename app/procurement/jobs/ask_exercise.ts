import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { clock } from '#kernel/clock'
import { here } from '#web/here'
import { exerciseTask, nextExercise } from '../holders/exercise.js'

const AT_ONCE = 500
const LEAST = 3

/** Asks a member for its yearly exercise, once it is due. */
export const askExercise = defineJob<Record<string, never>>({
  name: 'procurement.ask_exercise',
  title: 'Rappeler l’exercice annuel d’ouverture',
  onGiveUp: { nobodyNeeds: 'the next turn finds the member again' },
  handle: async (_payload, { tenantId }) =>
    tenancy.run(tenantId, async () => {
      const due = await nextExercise()
      if (!due || due > clock.now()) return
      await tasks.open({
        key: exerciseTask(tenantId),
        capability: 'procurement',
        title: 'Faire l’exercice annuel d’ouverture des plis',
        url: here('procurement.holders.index', { tenant: await tenants.current() }),
        role: 'agent',
      })
    }),
})

definePeriodic({
  name: 'procurement.find_exercises',
  title: 'Trouver les trousseaux que personne n’a essayés depuis un an',
  everySeconds: 6 * 3600,
  async run() {
    const due = await systemDb()
      .from('procurement.holders as holders')
      .whereNull('retired_at')
      .whereRaw(
        `not exists (select from procurement.exercises done where done.tenant_id = holders.tenant_id
           and done.opened_at > now() - interval '1 year')`
      )
      .groupBy('tenant_id')
      .havingRaw(`count(*) >= ${LEAST} and min(created_at) < now() - interval '1 year'`)
      .limit(AT_ONCE)
      .select('tenant_id')
    const day = clock.today().toString()
    for (const { tenant_id: tenantId } of due)
      await tenancy.run(tenantId, () =>
        askExercise.enqueue({}, { dedupeKey: `procurement.exercise:${tenantId}:${day}` })
      )
  },
})
