import { AnswerSchema } from '#database/schema'
import { TenantModel } from '#kernel/tenancy'

/** What the prefecture answered to this collectivite, with the message as received. */
export default class Answer extends TenantModel(AnswerSchema) {
  static table = 'actes.answers'
  declare attachmentIds: string[]
}
