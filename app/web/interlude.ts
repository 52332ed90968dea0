import { tenancy } from '#kernel/tenancy'
import { holding } from '#kernel/tenancy/one_connection'
import { openFor } from '#kernel/tenancy/opening'

/**
 * Long work in the middle of a request, without a connection: commits what the transaction in
 * context holds, runs `meanwhile` with no tenant in context, then `then` in a new transaction of
 * the same tenant. What was read before may have changed: `then` looks again. It is the last thing
 * that the request does with its tenant.
 */
export async function interlude<Work, Answer>(
  meanwhile: (tenantId: string) => Promise<Work>,
  then: (work: Work) => Promise<Answer>
): Promise<Answer> {
  const context = tenancy.current()
  if (!context) throw new Error('An interlude is called inside tenancy.run()')
  const { tenantId, trx: before } = context
  await before.commit()
  const work = await tenancy.outside(() => meanwhile(tenantId))
  return openFor(tenantId, null, (trx) => {
    context.trx = trx
    return holding(trx, () => then(work))
  })
}
