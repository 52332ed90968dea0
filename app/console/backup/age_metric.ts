import { Gauge } from 'prom-client'
import { clock } from '#kernel/clock'
import { registry } from '#lib/watch/metrics'
import { savedAt } from './saved_at.js'

/** Told once something was saved: a platform that others save says nothing. */
new Gauge({
  name: 'halle_backup_age_seconds',
  help: 'Seconds since the last moment that was saved whole',
  registers: [registry],
  aggregator: 'max',
  async collect() {
    // Reset, it would say zero: just saved.
    this.remove({})
    const at = await savedAt().catch(() => null)
    if (at) this.set((clock.now().toMillis() - at.getTime()) / 1000)
  },
})
