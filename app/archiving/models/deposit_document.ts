import { column } from '@adonisjs/lucid/orm'
import { DepositDocumentSchema } from '#database/schema/archiving'
import { TenantModel } from '#kernel/tenancy'
import type { DocumentDetails, DocumentRole } from '../formats/deposit_description.js'

/** A file of a deposit, as the origin handed it over. */
export default class DepositDocument extends TenantModel(DepositDocumentSchema) {
  static table = 'archiving.deposit_documents'

  declare role: DocumentRole

  @column({ prepare: (value) => JSON.stringify(value) })
  declare details: DocumentDetails

  /** The files of a deposit, in their order. */
  static of(depositId: string): Promise<DepositDocument[]> {
    return DepositDocument.query().where('depositId', depositId).orderBy('position')
  }
}
