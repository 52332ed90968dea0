import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { requestClassification } from './jobs/request_classification.js'
import ClassificationVersion from './models/classification_version.js'

const ONCE = 'actes.classification'

/** A member without a classification asks for it; nobody can prepare an acte before it came. */
export async function provisionActes({ id }: Tenant): Promise<string[]> {
  if (await ClassificationVersion.latest()) return []
  const asking = await tenancy
    .trx()
    .from('kernel.outbox')
    .where({ tenant_id: id, dedupe_key: ONCE, done_at: null, failed_at: null })
    .select('id')
    .first()
  if (asking) return []
  await requestClassification.enqueue({}, { dedupeKey: ONCE })
  return ['Classification des actes demandée à la préfecture.']
}
