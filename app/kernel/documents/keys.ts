import { randomBytes } from 'node:crypto'
import { documentsConfig } from '#config/documents'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { remember } from '#lib/remember'
import type { KeyRing } from '#lib/cipher/file_keys'
import { masterOf, ringOf, unwrapKey, type WrappedKey, wrapKey } from '#lib/cipher/wrapping'

const { masterKey, previousMasterKey } = documentsConfig
const master = masterOf(masterKey)
const masters = previousMasterKey ? [master, masterOf(previousMasterKey)] : [master]

/** Another process may have made a new generation meanwhile. */
const KEEP_MS = 60_000
const kept = remember<KeyRing>({ ms: KEEP_MS, most: 5_000 })

const rowsOfTenant = () =>
  tenancy.trx().from('kernel.tenant_keys').where('tenant_id', tenancy.tenantId())

/**
 * The data keys of the tenant in context, the first made at its first document. Destroying its rows
 * makes all the tenant's documents unreadable, copies included. `wanted`: a generation that it must
 * hold if it exists at all.
 */
export async function tenantKeys(wanted?: number): Promise<KeyRing> {
  const tenantId = tenancy.tenantId()
  const known = kept.get(tenantId)
  if (known && (wanted === undefined || known.keys.has(wanted))) return known
  const rows: WrappedKey[] = await rowsOfTenant().orderBy('generation')
  if (rows.length === 0) return firstKey(tenantId)
  const ring = ringOf(tenantId, rows, masters)
  // Kept only when all were there before this transaction: a roll-back would make one a ghost.
  const isSettled = rows.every((row) => row.created_at.getTime() < clock.now().toMillis() - KEEP_MS)
  return isSettled ? kept.keep(tenantId, ring) : ring
}

async function firstKey(tenantId: string): Promise<KeyRing> {
  await addKey(tenantId, 1)
  return ringOf(tenantId, await rowsOfTenant(), masters)
}

/** Two processes may make the first at once: the second finds that of the first. */
const addKey = (tenantId: string, generation: number) =>
  tenancy.trx().rawQuery(
    `insert into kernel.tenant_keys (tenant_id, generation, wrapped_key) values (?, ?, ?)
       on conflict do nothing`,
    [tenantId, generation, wrapKey(randomBytes(32), master, { tenantId, generation })]
  )

/**
 * Wraps the keys of the tenant in context as they are wrapped now, under the current master. When
 * one was under the previous master, or when asked, it also begins a new generation: who had the
 * old secret and a copy of the base could open what that key writes, for ever. False when there was
 * nothing to do.
 */
export async function renewTenantKeys({ always = false } = {}): Promise<boolean> {
  const tenantId = tenancy.tenantId()
  const rows: WrappedKey[] = await rowsOfTenant().orderBy('generation').forUpdate()
  if (rows.length === 0) return false
  let [rewrapped, isExposed] = [0, always]
  for (const { generation, wrapped_key: text } of rows) {
    const { key, current, byFirst } = unwrapKey(text, masters, { tenantId, generation })
    if (!byFirst) isExposed = true
    if (current) continue
    const wrapped = wrapKey(key, master, { tenantId, generation })
    await rowsOfTenant().where('generation', generation).update({ wrapped_key: wrapped })
    rewrapped++
  }
  if (isExposed) await addKey(tenantId, rows.at(-1)!.generation + 1)
  kept.forget(tenantId)
  return isExposed || rewrapped > 0
}
