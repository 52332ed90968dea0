import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { KeyRing } from './file_keys.js'

/** Whose key it is: a wrapped key put in the row of another does not open. */
export interface KeyIdentity {
  tenantId: string
  generation: number
}

const SECOND = 'v2.'
const additionalData = ({ tenantId, generation }: KeyIdentity) =>
  Buffer.from(JSON.stringify(['halle.tenant-key.v2', tenantId, generation]), 'utf8')

/** A data key under a master key, in base64 after its format: nonce, AES-256-GCM, tag. */
export function wrapKey(key: Buffer, under: Buffer, identity: KeyIdentity): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', under, nonce)
  cipher.setAAD(additionalData(identity))
  const bytes = [nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]
  return SECOND + Buffer.concat(bytes).toString('base64')
}

function openKey(text: string, under: Buffer, identity: KeyIdentity): Buffer {
  const isSecond = text.startsWith(SECOND)
  const bytes = Buffer.from(isSecond ? text.slice(SECOND.length) : text, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', under, bytes.subarray(0, 12))
  if (isSecond) decipher.setAAD(additionalData(identity))
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
}

/**
 * The key that one of the masters opens, the first one first; throws when none does. `current`: it
 * is wrapped as we wrap now; the first keys were bound to nobody, and are the first generation.
 */
export function unwrapKey(
  text: string,
  under: Buffer[],
  identity: KeyIdentity
): { key: Buffer; current: boolean; byFirst: boolean } {
  const isSecond = text.startsWith(SECOND)
  if (!isSecond && identity.generation !== 1) throw new Error('A later key is bound to its tenant')
  for (const [rank, master] of under.entries()) {
    try {
      const key = openKey(text, master, identity)
      return { key, current: rank === 0 && isSecond, byFirst: rank === 0 }
    } catch (error) {
      if (rank === under.length - 1) throw error
    }
  }
  throw new Error('No master key')
}

/** What wraps the keys of all tenants, from the secret of the application. */
export const masterOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'halle.documents.v1', 32))

/** A key of a tenant as its row keeps it. */
export interface WrappedKey {
  generation: number
  wrapped_key: string
  created_at: Date
}

/** The keys of a tenant, that one of the masters opens; throws when none does. */
export function ringOf(tenantId: string, rows: WrappedKey[], masters: Buffer[]): KeyRing {
  const keys = new Map(
    rows.map(({ generation, wrapped_key: text }) => [
      generation,
      unwrapKey(text, masters, { tenantId, generation }).key,
    ])
  )
  return { current: Math.max(...keys.keys()), keys }
}
