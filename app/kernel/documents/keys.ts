import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { documentsConfig } from '#config/documents'
import { tenancy } from '#kernel/tenancy'

const masterOf = (secret: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', 'halle.documents.v1', 32))
const { masterKey, previousMasterKey } = documentsConfig
const master = masterOf(masterKey)
const masters = previousMasterKey ? [master, masterOf(previousMasterKey)] : [master]
const unwrapped = new Map<string, Buffer>()

/** A tenant's key under a master key, in base64: nonce, AES-256-GCM, tag. */
export function wrapKey(key: Buffer, under: Buffer = master): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', under, nonce)
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString(
    'base64'
  )
}

function openKey(text: string, under: Buffer): Buffer {
  const bytes = Buffer.from(text, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', under, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
}

/** The key that one of the masters opens, the current one first; throws when none does. */
export function unwrapKey(
  text: string,
  under: Buffer[] = masters
): { key: Buffer; current: boolean } {
  const [first, ...others] = under
  try {
    return { key: openKey(text, first), current: true }
  } catch (error) {
    if (others.length === 0) throw error
    return { key: unwrapKey(text, others).key, current: false }
  }
}

/** Wraps the key of the tenant in context under the current master; false when it was already. */
export async function rewrapTenantKey(): Promise<boolean> {
  const rows = tenancy
    .trx()
    .from('kernel.tenant_keys')
    .where('tenant_id', tenancy.tenantId('A key'))
  const row = await rows.clone().forUpdate().first()
  if (!row) return false
  const { key, current } = unwrapKey(row.wrapped_key)
  if (!current) await rows.clone().update({ wrapped_key: wrapKey(key) })
  return !current
}

/**
 * The data key of the tenant in context, made at its first document. Destroying its row makes all
 * the tenant's documents unreadable, copies included.
 */
export async function tenantKey(): Promise<Buffer> {
  const tenantId = tenancy.tenantId('A document')
  const known = unwrapped.get(tenantId)
  if (known) return known
  const trx = tenancy.trx()
  await trx.rawQuery(
    'insert into kernel.tenant_keys (tenant_id, wrapped_key) values (?, ?) on conflict do nothing',
    [tenantId, wrapKey(randomBytes(32))]
  )
  const row = await trx.from('kernel.tenant_keys').where('tenant_id', tenantId).firstOrFail()
  const { key } = unwrapKey(row.wrapped_key)
  // Kept only when it was there before this transaction: a roll-back would make it a ghost.
  if (row.created_at < new Date(Date.now() - 60_000)) unwrapped.set(tenantId, key)
  return key
}
