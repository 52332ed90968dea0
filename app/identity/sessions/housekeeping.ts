import { moment } from '#identity/moment'
import { clock } from '#kernel/clock'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'

/** Forgets what is over at the doors: sessions, links, codes and counted attempts. */
export async function forgetExpired(): Promise<void> {
  for (const table of ['sessions', 'password_resets', 'attempts', 'factor_proofs']) {
    await systemDb().from(`kernel.${table}`).where('expires_at', '<', moment()).delete()
  }
  await systemDb().from('kernel.rate_limits').where('expire', '<', clock.now().toMillis()).delete()
}

definePeriodic({
  name: 'kernel.forget_expired',
  title: 'Effacer les sessions et les liens finis',
  everySeconds: 900,
  run: forgetExpired,
})
