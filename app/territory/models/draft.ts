import { DraftSchema } from '#database/schema/territory'
import { clock } from '#kernel/clock'
import { TenantModel, tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { DraftTooLong } from '../errors.js'
import type { Typed } from '../rules/parts/typed.js'
import { jsonColumn } from '#kernel/tenancy/json_column'

/** Twice the longest text of a sheet, in JSON. */
const MAX_LENGTH = 100_000

/** What a person has typed in a form and not recorded yet: hers alone, one a form. */
export default class Draft extends TenantModel(DraftSchema) {
  static table = 'territory.drafts'

  @jsonColumn()
  declare content: Typed

  static of(userId: string, form: string): Promise<Draft | null> {
    return this.query().where({ userId, form }).first()
  }

  /** Keeps the last thing typed; two tabs may say it at once. Throws E_DRAFT_TOO_LONG. */
  static async keep(userId: string, form: string, content: Typed, seen: string): Promise<void> {
    const written = JSON.stringify(content)
    if (written.length > MAX_LENGTH) throw new DraftTooLong()
    await tenancy.trx().rawQuery(
      `insert into territory.drafts (tenant_id, id, user_id, form, content, seen, updated_at)
       values (:tenant, :id, :userId, :form, :written, :seen, :now)
       on conflict (tenant_id, user_id, form) do update
       set content = excluded.content, seen = excluded.seen, updated_at = excluded.updated_at`,
      {
        tenant: tenancy.tenantId(),
        id: uuidv7(),
        userId,
        form,
        written,
        seen,
        now: clock.now().toJSDate(),
      }
    )
  }

  static async forget(userId: string, form: string): Promise<void> {
    await this.query().where({ tenantId: tenancy.tenantId(), userId, form }).delete()
  }
}
