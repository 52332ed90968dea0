import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { KEPT_HOURS } from '#lib/uploads/purpose'
import { uploads } from './uploads.js'

const AT_ONCE = 500

/** After the commit that made a document of it: a transaction that is lost keeps its pieces. */
export const forgetUpload = defineJob<{ id: string }>({
  name: 'kernel.forget_upload',
  title: 'Effacer un dépôt abandonné',
  onGiveUp: { nobodyNeeds: 'what is left on the way is swept a day later' },
  handle: async ({ id }, { tenantId }) => tenancy.run(tenantId, () => uploads.forget(id)),
})

/** Forgets what was left on the way. Returns how many. */
export async function forgetLeftUploads(): Promise<number> {
  const left: { tenant_id: string; id: string }[] = await systemDb()
    .from('kernel.uploads')
    .whereRaw(`coalesce(expires_at, touched_at + make_interval(hours => ?)) < now()`, [KEPT_HOURS])
    .limit(AT_ONCE)
    .select('tenant_id', 'id')
  for (const { tenant_id: tenantId, id } of left) {
    await tenancy.run(tenantId, () => uploads.forget(id))
  }
  return left.length
}

definePeriodic({
  name: 'kernel.forget_left_uploads',
  title: 'Trouver les dépôts abandonnés',
  everySeconds: 900,
  run: async () => void (await forgetLeftUploads()),
})
