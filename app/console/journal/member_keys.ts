import { X509Certificate } from 'node:crypto'
import { allRooms } from '#kernel/room'
import { sealKeyOf, type SealKey } from '#lib/proof'

/** The key of the cachet of the tenant in context, as its rooms hold it now; those of before are with the member. */
export async function memberKeys(): Promise<SealKey[]> {
  const keys: SealKey[] = []
  for (const { cachet } of allRooms()) {
    // A cachet that does not open is told where it is used, and accuses no journal
    const signer = await cachet?.().catch(() => null)
    if (signer) keys.push(sealKeyOf(new X509Certificate(signer.certificate).publicKey))
  }
  return keys
}
