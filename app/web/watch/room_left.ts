import { statfs } from 'node:fs/promises'
import { incomingFolder } from '#config/documents'

/** Below this, the largest upload no longer fits, nor what is written to sign and send. */
export const LEAST_BYTES = 256 * 1024 * 1024

/** How many bytes what arrives may still take; files pass there even when they then rest in S3. */
export async function roomLeft(): Promise<number> {
  const { bavail, bsize } = await statfs(incomingFolder)
  return bavail * bsize
}
