import { AttemptSchema } from '#database/schema/webhooks'
import { TenantModel } from '#kernel/tenancy'

/** One time that a message was sent, and what came of it. */
export default class Attempt extends TenantModel(AttemptSchema) {
  static table = 'webhooks.attempts'
}
