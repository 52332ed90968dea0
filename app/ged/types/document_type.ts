import { DocumentTypeSchema } from '#database/schema/ged'
import { TenantModel } from '#kernel/tenancy'
import { unaccented } from '#lib/french/search/normalise'
import { TypeUnknown } from '../errors.js'

export interface TypedField {
  key: string
  label: string
  kind: 'text' | 'date' | 'number' | 'amount'
}

/** What a document is, and what is told of each of its kind. */
export default class DocumentType extends TenantModel(DocumentTypeSchema) {
  static table = 'ged.document_types'

  declare fields: TypedField[]

  static inOrder(): Promise<DocumentType[]> {
    return this.query().orderBy('label')
  }
}

/**
 * Finds one of some types by its code or its label, however it is written.
 * @throws E_GED_TYPE_UNKNOWN
 */
export function typeCalled(types: DocumentType[], name: string): DocumentType {
  const wanted = plain(name)
  const found = types.find(({ code, label }) =>
    [code, label].some((said) => plain(said) === wanted)
  )
  if (!found) throw new TypeUnknown(name)
  return found
}

const plain = (name: string) => unaccented(name).replace(/[^a-z0-9]+/g, '_')
