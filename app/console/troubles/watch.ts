import { definePeriodic } from '#kernel/jobs/periodic'
import { dependencies } from '../health.js'
import { firstSeen } from './first_seen.js'

definePeriodic({
  name: 'console.watch_health',
  title: 'Regarder ce dont la plateforme dépend',
  everySeconds: 60,
  async run() {
    await firstSeen(await dependencies())
  },
})
