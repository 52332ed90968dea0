import { createHash } from 'node:crypto'
import {
  buildTrousseau,
  newKeyPair,
  parseTrousseau,
  type HolderKey,
  type RunningDigest,
  type Trousseau,
} from '#lib/sealing'

export const newDigest = (): RunningDigest => {
  const hash = createHash('sha256')
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') }
}

/** Two of three holders, for a tender. */
export async function benchKeys(
  tender: string
): Promise<{ bytes: Uint8Array; trousseau: Trousseau; held: HolderKey[] }> {
  const pairs = []
  for (const id of ['maire', 'secretaire', 'sequestre']) pairs.push({ id, ...(await newKeyPair()) })
  const bytes = await buildTrousseau({
    tender,
    envelopes: ['candidature', 'offre-1'],
    threshold: 2,
    holders: pairs.map(({ id, publicKey }) => ({ id, publicKey })),
  })
  const held = pairs.map(({ id: holder, privateKey }) => ({ holder, privateKey }))
  return { bytes, trousseau: await parseTrousseau(bytes), held }
}
