import { AnswerSchema } from '#database/schema/actes'
import { TenantModel } from '#kernel/tenancy'

/** What the prefecture answered to this collectivite, with the message as received. */
export default class Answer extends TenantModel(AnswerSchema) {
  static table = 'actes.answers'
  declare attachmentIds: string[]

  /** The answers about an acte that were believed: what was set aside waits for a person. */
  static believed(acteId: string) {
    return this.query().where({ acteId }).whereNot('decision', 'set_aside')
  }

  /** The acknowledgement of an acte, the first that was believed. */
  static async receiptOf(acteId: string): Promise<Answer | null> {
    return this.believed(acteId).where('kind', 'acknowledgement').orderBy('id').first()
  }
}
