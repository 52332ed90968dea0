import { retentionOf } from '../types/retention_of.js'
import DocumentType from '../types/document_type.js'
import { giveUsualTypes } from '../types/usual_types.js'
import Processing from './processing.js'

/** A type of documents as the register tells it (RGPD, art. 30); nothing is told of some yet. */
export interface RegisterLine {
  type: DocumentType
  processing: Processing | null
}

/** The register of the member in context, as a French dictionary orders its types. */
export async function registerLines(): Promise<RegisterLine[]> {
  await giveUsualTypes()
  const [types, told] = [await DocumentType.inOrder(), await Processing.query()]
  const byType = new Map(told.map((processing) => [processing.typeId, processing]))
  return types.map((type) => ({ type, processing: byType.get(type.id) ?? null }))
}

const NOTHING_OWN = { retentionRule: null, finalAction: null, retentionFrom: null }

/** What becomes of the documents of a type, where nothing else is said of one. */
export const retentionOfType = (type: DocumentType) => retentionOf(NOTHING_OWN, type)
