import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { LocalDate } from '#lib/values'
import { followAbsences } from '../circuit/delegate.js'

/** Puts what waits on the lists of those who replace from today, and takes it off the others'. */
export const followAbsencesJob = defineJob<{ day: string }>({
  name: 'parapheur.follow_absences',
  title: 'Suivre les absences',
  onGiveUp: { nobodyNeeds: 'asked again every hour of the day when an absence begins or ends' },
  async handle({ day }, { tenantId }) {
    await tenancy.run(tenantId, () => followAbsences(LocalDate.parse(day)))
  },
})

/** Where an absence begins today, or ended yesterday. */
export async function findAbsences(): Promise<void> {
  const today = clock.today()
  const rows: { tenant_id: string }[] = await systemDb()
    .from('parapheur.delegations')
    .whereNull('revoked_at')
    .where((one) =>
      one.where('starts_on', String(today)).orWhere('ends_on', String(today.plusDays(-1)))
    )
    .distinct('tenant_id')
  for (const { tenant_id: tenantId } of rows) {
    const day = String(today)
    await tenancy.run(tenantId, () =>
      followAbsencesJob.enqueue({ day }, { dedupeKey: `parapheur.follow_absences:${day}` })
    )
  }
}

definePeriodic({
  name: 'parapheur.find_absences',
  title: 'Trouver les absences qui commencent ou finissent',
  everySeconds: 3600,
  run: findAbsences,
})
