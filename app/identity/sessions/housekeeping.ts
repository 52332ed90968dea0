import { clock } from '#kernel/clock'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'

definePeriodic({
  name: 'kernel.forget_expired',
  everySeconds: 900,
  async run() {
    const now = clock.now()
    await systemDb().from('kernel.sessions').where('expires_at', '<', now.toJSDate()).delete()
    await systemDb()
      .from('kernel.password_resets')
      .where('expires_at', '<', now.toJSDate())
      .delete()
    await systemDb().from('kernel.attempts').where('expires_at', '<', now.toJSDate()).delete()
    await systemDb().from('kernel.factor_proofs').where('expires_at', '<', now.toJSDate()).delete()
    await systemDb().from('kernel.rate_limits').where('expire', '<', now.toMillis()).delete()
  },
})
