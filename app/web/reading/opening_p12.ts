import type { readP12 } from '#lib/signature/p12_reader'
import { signerOn, type LocalSigner } from '#lib/signature/signer'
import { defineReading } from '#kernel/reading'

const readApart = defineReading<typeof readP12>(
  new URL('../../../lib/signature/p12_reader.js', import.meta.url),
  'readP12'
)

/**
 * `openP12`, apart: a file of certificates may ask for millions of rounds, or be nested without
 * end. Only the key and its certificates come back.
 */
export async function openP12Apart(bytes: Buffer, password: string): Promise<LocalSigner> {
  return signerOn(await readApart({ bytes, password }))
}
