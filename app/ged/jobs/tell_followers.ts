import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { followsHere } from '../searches/follow.js'
import { tellFollower } from '../searches/tell_follower.js'
import { forgetTold } from '../searches/told.js'

/** Most texts are read within minutes of the filing: a document answers by them from then on. */
const RECENT_HOURS = 2
/** A long import reads its texts for days, and rights change: the night looks that far back. */
const LATE_HOURS = 30 * 24

/** Tells those who follow the searches of a tenant of what was filed within some hours. */
export const tellFollowers = defineJob<{ hours: number }>({
  name: 'ged.tell_followers',
  title: 'Prévenir de ce que les recherches suivies trouvent de nouveau',
  queue: 'heavy',
  onGiveUp: { nobodyNeeds: 'the next turn looks again, and what was not told is told then' },
  async handle({ hours }, { tenantId }) {
    const since = clock.now().minus({ hours }).toJSDate()
    // One transaction for each: what one was told stands, whatever becomes of the next
    for (const follow of await tenancy.run(tenantId, followsHere)) {
      await tenancy.run(tenantId, () => tellFollower(follow, { since }))
    }
    await tenancy.run(tenantId, forgetTold)
  },
})

const lookIn = async (hours: number): Promise<void> => {
  const rows = await systemDb().from('ged.search_follows').distinct('tenant_id')
  for (const { tenant_id: id } of rows) {
    const dedupeKey = `ged.tell_followers:${hours}`
    await tenancy.run(id, () => tellFollowers.enqueue({ hours }, { dedupeKey }))
  }
}

definePeriodic({
  name: 'ged.look_for_followers',
  title: 'Chercher ce que les recherches suivies trouvent de nouveau',
  everySeconds: 300,
  run: () => lookIn(RECENT_HOURS),
})

definePeriodic({
  name: 'ged.look_back_for_followers',
  title: 'Chercher ce que les recherches suivies trouvent de nouveau, sur trente jours',
  everySeconds: 24 * 3600,
  run: () => lookIn(LATE_HOURS),
})
