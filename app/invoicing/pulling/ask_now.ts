import type { Tenant } from '#kernel/tenant'
import { NoChorusAccount } from '../errors.js'
import { chorusAccount } from '../settings.js'
import { pull } from './pull.js'

/** Pulls a member; while one pulling waits or runs, no other one begins. @throws E_INVOICING_NO_ACCOUNT */
export async function askNow(tenant: Tenant): Promise<void> {
  if (!chorusAccount(tenant)) throw new NoChorusAccount()
  await pull.enqueue({}, { dedupeKey: `invoicing.pull:${tenant.id}` })
}
