import db from '@adonisjs/lucid/services/db'
import { tenantOf, type Tenant } from '#kernel/tenant'
import { remember } from '#lib/remember'

const OPEN = 'open'
const kept = remember<Tenant[]>({ ms: 15_000, most: 1 })

/**
 * The members whose public pages are open, by name: for pages that everybody opens. Asked outside
 * any transaction; what it answers may be fifteen seconds old.
 */
export async function shownMembers(): Promise<Tenant[]> {
  const known = kept.get(OPEN)
  if (known) return known
  const open = db.connection('app').from('kernel.tenants').where('state', 'active')
  const rows = await open.whereNotNull('public_since').orderBy('name').orderBy('slug')
  return kept.keep(OPEN, rows.map(tenantOf))
}

/** Asks again at the next page. */
export const forgetShown = (): void => kept.forget()
