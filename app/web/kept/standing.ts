import db from '@adonisjs/lucid/services/db'
import { isUuid } from '#lib/values'
import { ask } from '#lib/one_exchange'

const STANDING = (tenant: string) => `
  select t.*, concat_ws(' ', t.xmin::text, r.revision::text) as standing
  from kernel.tenants t left join kernel.public_revisions r on r.tenant_id = t.id
  where t.id = ${tenant}`

/**
 * Asks, in the tenant's transaction, for its row as it stands (`xmin` is the version of the row) and
 * for the revision of what it shows to everybody.
 */
export function standingQuestion(tenantId: string): string {
  if (!isUuid(tenantId)) throw new TypeError('not a tenant')
  return STANDING(`'${tenantId}'`)
}

/** The same alone, in one exchange with the base; null when the member is gone. */
export async function standingOf(tenantId: string): Promise<string | null> {
  const plan = { sql: STANDING('$1'), literals: [`'${tenantId}'`] }
  const said = [{ text: standingQuestion(tenantId), plan }]
  const opening = [`set local app.tenant_id = '${tenantId}'`]
  const [{ rows }] = await ask(db.connection('app'), said, opening)
  return rows[0]?.standing ?? null
}
