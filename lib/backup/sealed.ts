import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHash,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  scryptSync,
} from 'node:crypto'

/** What shuts the keys of a backup: a sentence, or the public half of a key kept elsewhere (RSA, PEM). */
export type Lock = { passphrase: string } | { publicKey: string }
/** What opens them again. */
export type Opener = { passphrase: string } | { privateKey: string }

interface Envelope {
  format: 1
  by: 'passphrase' | 'rsa-oaep-sha256'
  salt?: string
  wrapped?: string
  iv: string
  tag: string
  data: string
}

/** The lock is too poor, or it is another one. */
export class CannotOpen extends Error {}

const LEAST = 12
const SCRYPT = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 }
const OAEP = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }

const keyOf = (passphrase: string, salt: Buffer) =>
  scryptSync(passphrase.normalize('NFC'), salt, 32, SCRYPT)

/** Encrypts (AES-256-GCM) under a key that the lock alone gives back. Throws CannotOpen for a poor lock. */
export function seal(content: Buffer, lock: Lock): string {
  const salt = randomBytes(16)
  const isSentence = 'passphrase' in lock
  if (isSentence && lock.passphrase.length < LEAST)
    throw new CannotOpen(`La phrase de passe doit avoir au moins ${LEAST} caractères.`)
  const key = isSentence ? keyOf(lock.passphrase, salt) : randomBytes(32)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const data = Buffer.concat([cipher.update(content), cipher.final()])
  const envelope: Envelope = {
    format: 1,
    by: isSentence ? 'passphrase' : 'rsa-oaep-sha256',
    ...(isSentence ? { salt: salt.toString('base64') } : { wrapped: wrap(key, lock.publicKey) }),
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: data.toString('base64'),
  }
  return JSON.stringify(envelope)
}

function wrap(key: Buffer, pem: string): string {
  const publicKey = createPublicKey(pem)
  if (publicKey.asymmetricKeyType !== 'rsa')
    throw new CannotOpen('La clé publique doit être une clé RSA (PEM).')
  return publicEncrypt({ key: publicKey, ...OAEP }, key).toString('base64')
}

/** The content again; throws CannotOpen when the sentence or the key is another one. */
export function unseal(text: string, opener: Opener): Buffer {
  const { by, salt, wrapped, iv, tag, data }: Envelope = JSON.parse(text)
  const bytes = (value = '') => Buffer.from(value, 'base64')
  const isSentence = by === 'passphrase'
  if (isSentence !== 'passphrase' in opener) {
    throw new CannotOpen(
      isSentence
        ? 'Ces clés s’ouvrent par une phrase de passe.'
        : 'Ces clés s’ouvrent par une clé privée (--private-key).'
    )
  }
  try {
    const key =
      'passphrase' in opener
        ? keyOf(opener.passphrase, bytes(salt))
        : privateDecrypt({ key: opener.privateKey, ...OAEP }, bytes(wrapped))
    const decipher = createDecipheriv('aes-256-gcm', key, bytes(iv))
    decipher.setAuthTag(bytes(tag))
    return Buffer.concat([decipher.update(bytes(data)), decipher.final()])
  } catch {
    throw new CannotOpen(
      isSentence ? 'Ce n’est pas cette phrase de passe.' : 'Ce n’est pas cette clé privée.'
    )
  }
}

/** Names one content under one lock, so that it is not written again at each backup. */
export const sealName = (content: Buffer, lock: Lock): string =>
  createHash('sha256').update(content).update(JSON.stringify(lock)).digest('hex').slice(0, 32)
