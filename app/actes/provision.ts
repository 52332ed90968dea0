import type { Tenant } from '#kernel/tenant'
import { requestClassification } from './jobs/request_classification.js'
import ClassificationVersion from './models/classification_version.js'

/** A member without a classification asks for it; nobody can prepare an acte before it came. */
export async function provisionActes(_tenant: Tenant): Promise<string[]> {
  if (await ClassificationVersion.latest()) return []
  await requestClassification.enqueue({}, { dedupeKey: 'actes.classification' })
  return ['classification demandée à la préfecture']
}
