import { DocumentTypeSchema } from '#database/schema/ged'
import { TenantModel } from '#kernel/tenancy'
import { unaccented } from '#lib/french/search/normalise'
import { isUuid } from '#lib/values'
import { TypeMissing, TypeUnknown } from '../errors.js'
import type { FinalAction } from '../rules/retention.js'

export interface TypedField {
  key: string
  label: string
  kind: 'text' | 'date' | 'number' | 'amount'
}

/** What a document is, and what is told of each of its kind. */
export default class DocumentType extends TenantModel(DocumentTypeSchema) {
  static table = 'ged.document_types'

  declare fields: TypedField[]
  declare finalAction: FinalAction | null

  /** Whether it is meant by a name, however that is written. */
  isCalled(name: string): boolean {
    return [this.code, this.label].some((said) => codeOf(said) === codeOf(name))
  }

  /** The one of that id. @throws E_GED_TYPE_MISSING */
  static async get(id: string): Promise<DocumentType> {
    const found = isUuid(id) ? await this.find(id) : null
    if (!found) throw new TypeMissing()
    return found
  }

  /** As a French dictionary orders them: « État » before « Facture ». */
  static async inOrder(): Promise<DocumentType[]> {
    const types = await this.query()
    return types.toSorted((one, other) => one.label.localeCompare(other.label, 'fr'))
  }
}

/**
 * Finds one of some types by its code or its label, however it is written.
 * @throws E_GED_TYPE_UNKNOWN
 */
export function typeCalled(types: DocumentType[], name: string): DocumentType {
  const found = types.find((type) => type.isCalled(name))
  if (!found) throw new TypeUnknown(name)
  return found
}

/** « Procès-verbal » is `proces_verbal`. */
export const codeOf = (name: string): string => unaccented(name).replace(/[^a-z0-9]+/g, '_')
