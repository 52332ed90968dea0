import { clock } from '#kernel/clock'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { postMessage } from './post_message.js'

const AT_ONCE = 500
/** How long what was sent stays. */
const KEPT_DAYS = 30
/** A message that nobody took up since is taken up again. */
const FORGOTTEN_AFTER = { minutes: 2 }

/** Finds what waits for a program and that no job remembers: one that gave up, or died before it asked. */
export async function findForgotten(): Promise<void> {
  const rows = await systemDb()
    .from('procurement.alert_messages')
    .where('next_at', '<', clock.now().minus(FORGOTTEN_AFTER).toJSDate())
    .orderBy('next_at')
    .limit(AT_ONCE)
    .select('id', 'person_id')
  for (const { id: messageId, person_id: personId } of rows)
    await postMessage.enqueueForPlatform(
      { messageId, personId },
      { dedupeKey: `procurement.found:${messageId}` }
    )
}

definePeriodic({
  name: 'procurement.find_messages',
  title: 'Reprendre ce que rien n’a dit aux logiciels des entreprises',
  everySeconds: 120,
  run: findForgotten,
})

definePeriodic({
  name: 'procurement.forget_messages',
  title: 'Effacer ce qui fut dit aux logiciels des entreprises il y a plus de trente jours',
  everySeconds: 6 * 3600,
  async run() {
    const before = clock.now().minus({ days: KEPT_DAYS }).toJSDate()
    await systemDb().from('procurement.alert_messages').where('created_at', '<', before).delete()
  },
})
