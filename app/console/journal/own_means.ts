import { ownTokenVerifier } from '#kernel/trust'
import { ownSealKeys } from '#kernel/journal/seal_key'
import type { Means } from './verify_seals.js'

/** What our own journals are held against. */
export const ownMeans = async (): Promise<Means> => ({
  verifyToken: await ownTokenVerifier(),
  keys: await ownSealKeys(),
})
