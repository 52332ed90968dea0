import { actesConfig } from '#config/actes'
import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { whenRestored } from '#web/rehearsal/leaving'

/** More than a member sends between two backups. */
const LEAP = 1000

/**
 * The ministry has received envelopes that a restored base does not know: the same number given again
 * to another acte would be taken for already received, and that acte would never be.
 */
whenRestored(async () => {
  const day = clock.today().toString()
  for (const { id } of await tenants.all()) {
    await tenancy.run(id, ({ trx }) =>
      trx.rawQuery(
        `insert into actes.envelope_counters (tenant_id, day, last) values (?, ?, ?)
         on conflict (tenant_id, day) do update set last = envelope_counters.last + excluded.last`,
        [id, day, LEAP]
      )
    )
  }
})

/** Answers to what was sent may wait at the door: they come in before anything is sent again. */
whenRestored(async () => {
  await systemDb().rawQuery(
    `update kernel.outbox set run_at = now() + make_interval(secs => ?)
     where name in ('actes.transmit', 'actes.post') and done_at is null and failed_at is null`,
    [actesConfig.ministry.uncertainSeconds]
  )
})
