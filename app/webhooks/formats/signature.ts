import { createHmac } from 'node:crypto'

const PREFIX = 'whsec_'

/** Writes a secret as Standard Webhooks shows it. */
export const written = (secret: Buffer): string => `${PREFIX}${secret.toString('base64')}`

/** The secret of a webhook, as bytes; the text is ours, and well formed. */
export const bytesOf = (text: string): Buffer => Buffer.from(text.slice(PREFIX.length), 'base64')

interface Signed {
  id: string
  /** Seconds since 1970. */
  timestamp: number
  body: string
}

/**
 * The value of `webhook-signature`: one `v1,…` for each secret that is valid, separated by spaces, so
 * that a receiver passes from one to the other without losing a message (Standard Webhooks 1.0.0).
 */
export function signaturesOf({ id, timestamp, body }: Signed, secrets: string[]): string {
  const content = `${id}.${timestamp}.${body}`
  return secrets
    .map((secret) => createHmac('sha256', bytesOf(secret)).update(content).digest('base64'))
    .map((signature) => `v1,${signature}`)
    .join(' ')
}

/** The headers of one attempt; its moment is signed with it: what is caught is not played again later. */
export const signedHeaders = (message: Signed, secrets: string[]) => ({
  'content-type': 'application/json; charset=utf-8',
  'user-agent': 'Halle-Webhooks/1.0',
  'webhook-id': message.id,
  'webhook-timestamp': String(message.timestamp),
  'webhook-signature': signaturesOf(message, secrets),
})
