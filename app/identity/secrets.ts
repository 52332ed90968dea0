import { createHash, randomBytes } from 'node:crypto'

/** The SHA-256 of a secret, in hexadecimal: all that we keep of links and identifiers. */
export const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** A secret for a link, of 256 bits, that fits in a URL. */
export const newSecret = (): string => randomBytes(32).toString('base64url')
