import { documentsStore } from '#kernel/documents/store'
import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { forgetOldReadings } from './readings.js'
import { straysOf } from './strays.js'

const EVERY_DAY = 24 * 3600

/** Removes the files of a tenant that no row names: what a lost transaction or a killed process left. */
export async function sweepStrays(tenantId: string): Promise<number> {
  const store = await documentsStore()
  const strays = await straysOf(tenantId)
  for (const { storageKey } of strays) await store.remove(storageKey)
  return strays.length
}

/** Adds the lines of each tenant up in one: there is one a blob that came or went. */
async function addUpStoredBytes(): Promise<void> {
  const [tenantId, trx] = [tenancy.tenantId(), tenancy.trx()]
  await trx.rawQuery(
    `with gone as (delete from kernel.stored_bytes where tenant_id = ? returning bytes)
     insert into kernel.stored_bytes (tenant_id, bytes)
     select ?, sum(bytes) from gone having count(*) > 0`,
    [tenantId, tenantId]
  )
}

/** What the documents of a tenant want each night. */
export const tidyDocuments = defineJob<Record<string, never>>({
  name: 'kernel.tidy_documents',
  title: 'Effacer les fichiers que rien ne nomme',
  queue: 'heavy',
  onGiveUp: { nobodyNeeds: 'the next night does it again, and documents:verify says what is left' },
  async handle(_payload, { tenantId }) {
    await sweepStrays(tenantId)
    await tenancy.run(tenantId, () => addUpStoredBytes())
  },
})

definePeriodic({
  name: 'kernel.tidy_all_documents',
  title: 'Chercher les fichiers que rien ne nomme',
  everySeconds: EVERY_DAY,
  async run() {
    for (const { id } of await tenants.all()) {
      await tenancy.run(id, () => tidyDocuments.enqueue({}, { dedupeKey: 'kernel.tidy_documents' }))
    }
    await forgetOldReadings()
  },
})
