import { randomBytes } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import { written } from '../formats/signature.js'

const PURPOSE = 'webhooks.secret'
/** Standard Webhooks asks for 24 bytes at least. */
const BYTES = 32

/** A secret as a receiver copies it: `whsec_…`. */
export const drawSecret = (): string => written(randomBytes(BYTES))

export const sealed = (secret: string): string => encryption.encrypt(secret, { purpose: PURPOSE })

/** @throws when no key of the application opens it. */
export function opened(text: string): string {
  const secret = encryption.decrypt<string>(text, PURPOSE)
  if (secret === null) throw new Error('Un secret de webhook ne s’ouvre avec aucune clé.')
  return secret
}
