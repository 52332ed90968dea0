import { clock } from '#kernel/clock'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'

const KEPT_HOURS = 24

/** Forgets what programs were answered the day before: under its key the same may be asked anew. */
export async function forgetAnswers(): Promise<void> {
  const before = clock.now().minus({ hours: KEPT_HOURS }).toJSDate()
  await systemDb().from('kernel.api_answers').where('created_at', '<', before).delete()
}

definePeriodic({
  name: 'kernel.forget_api_answers',
  title: 'Effacer les réponses gardées pour les programmes',
  everySeconds: 3600,
  run: forgetAnswers,
})
