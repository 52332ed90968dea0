import { createPublicKey, verify } from 'node:crypto'
import type { BatchLine } from './batch.js'

/** What somebody who looks from elsewhere signs of one look, with a key that we never keep. */
export interface SignedLook {
  /** Whose look it is: a UUID. */
  probe: string
  /** When it began, by its own clock: ISO 8601 in UTC, to the millisecond. */
  at: string
  up: boolean
  ms: number
  /** In a few words; null when all answered. */
  fault: string | null
}

/** The text that is signed: one fact a line, so that any language writes it without JSON. */
export const lookText = ({ probe, at, up, ms, fault }: SignedLook): string =>
  ['halle-regard/1', probe, at, up ? 'oui' : 'non', String(ms), fault ?? ''].join('\n')

/** The text that a sending signs, over the signatures of its looks in their order. */
export const sendingText = (probe: string, sentAt: string, signatures: string[]): string =>
  ['halle-envoi/1', probe, sentAt, ...signatures].join('\n')

/** Whether a text was signed with the private half of a key: Ed25519, both in base64url. */
export function isSignedByKey(text: string, signature: string, key: string): boolean {
  try {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: key }
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' })
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

/** Whether a line of a log bears the signature of somebody who looks from elsewhere. */
export const isSignedLine = ({ data }: BatchLine): boolean => 'signature' in data

/** Whether that signature is of what the line says, by the key that it names. */
export const isWellSigned = ({ data }: BatchLine): boolean =>
  isSignedByKey(
    lookText(data as unknown as SignedLook),
    String(data.signature),
    String(data.publicKey)
  )
