import { ApiTokenSchema } from '#database/schema/kernel'
import { NotFound } from '#web/errors'
import { TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import type { Subject } from '#lib/proof'

/** What a program holds to act as somebody in one tenant: we keep the digest of its secret. */
export default class ApiToken extends TenantModel(ApiTokenSchema) {
  static table = 'kernel.api_tokens'
  declare kind: 'bearer' | 'password'
  declare scopes: string[]

  /** A token of one person, held; throws E_NOT_FOUND for whatever is not hers. */
  static async hold(id: string, personId: string): Promise<ApiToken> {
    const found = isUuid(id) ? await this.query().where({ id, personId }).forUpdate().first() : null
    if (!found) throw new NotFound()
    return found
  }

  get ref(): Subject {
    return { capability: 'identity', type: 'token', id: this.id }
  }
}
