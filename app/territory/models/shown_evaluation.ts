import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'

const rows = () =>
  tenancy.trx().from('territory.shown_evaluations').where('tenant_id', tenancy.tenantId())

/** Which frozen evaluations the inhabitants read: said beside them, since they never change. */
export const shownEvaluations = {
  async ids(): Promise<string[]> {
    return (await rows().select('evaluation_id')).map((row) => row.evaluation_id)
  },

  async has(evaluationId: string): Promise<boolean> {
    return (await rows().where('evaluation_id', evaluationId).first()) !== null
  },

  /** Shown twice is shown once. */
  async show(evaluationId: string): Promise<void> {
    await tenancy.trx().rawQuery(
      `insert into territory.shown_evaluations (tenant_id, evaluation_id, shown_at)
       values (?, ?, ?) on conflict do nothing`,
      [tenancy.tenantId(), evaluationId, clock.now().toJSDate()]
    )
  },

  async hide(evaluationId: string): Promise<void> {
    await rows().where('evaluation_id', evaluationId).delete()
  },
}
