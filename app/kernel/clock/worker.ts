import { defineWorkerService } from '#kernel/jobs/periodic'
import { keepFollowing } from './skew.js'

defineWorkerService({
  name: 'kernel.clock',
  async start() {
    const stop = keepFollowing('travailleur')
    return async () => stop()
  },
})
