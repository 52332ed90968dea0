import { SheetSchema } from '#database/schema/ged'
import { clock } from '#kernel/clock'
import { TenantModel, tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'

/** A separator sheet that was printed here, once however many copies were made of it. */
export default class Sheet extends TenantModel(SheetSchema) {
  static table = 'ged.sheets'

  /** Remembers that a code was printed in the transaction in context. */
  static async remember(code: string, by: string | null): Promise<void> {
    await tenancy.trx().rawQuery(
      `insert into ged.sheets (tenant_id, id, code, printed_at, printed_by)
       values (?, ?, ?, ?, ?) on conflict (tenant_id, code) do nothing`,
      [tenancy.tenantId(), uuidv7(), code, clock.now().toJSDate(), by] as never
    )
  }

  static async idOf(code: string): Promise<string> {
    return (await this.query().where('code', code).firstOrFail()).id
  }

  /** Whether the tenant in context ever printed one: no scan of the others is looked at. */
  static async isUsedHere(): Promise<boolean> {
    return (await this.query().select('id').first()) !== null
  }

  /** Of some codes, those that were printed here. */
  static async printedAmong(codes: string[]): Promise<Set<string>> {
    const rows = await this.query()
      .whereIn('code', [...new Set(codes)])
      .select('code')
    return new Set(rows.map(({ code }) => code))
  }
}
