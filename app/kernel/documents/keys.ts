import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { documentsConfig } from '#config/documents'
import { tenancy } from '#kernel/tenancy'

const master = Buffer.from(hkdfSync('sha256', documentsConfig.masterKey, '', 'halle.documents.v1', 32))
const unwrapped = new Map<string, Buffer>()

function wrap(key: Buffer): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', master, nonce)
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

function unwrap(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', master, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
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
    [tenantId, wrap(randomBytes(32))]
  )
  const row = await trx.from('kernel.tenant_keys').where('tenant_id', tenantId).firstOrFail()
  const key = unwrap(row.wrapped_key)
  // Kept only when it was there before this transaction: a roll-back would make it a ghost.
  if (row.created_at < new Date(Date.now() - 60_000)) unwrapped.set(tenantId, key)
  return key
}
