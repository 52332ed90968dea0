import { generateKeyPairSync } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { trust } from '#config/trust'
import { blockOf, parseSealKeys, pemOf, sealKeyOf } from '#lib/proof'

/**
 * Puts a new key in front of the file, and keeps of the previous ones what verifies: a private half
 * that is gone cannot sign any more. Returns the fingerprint of the new one.
 */
export async function renewSealKey(now: string): Promise<string> {
  const before = await readFile(trust.sealKeyFile, 'utf8').then(parseSealKeys, (error) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = { ...sealKeyOf(publicKey), since: now }
  const text = [
    blockOf(key, pemOf(privateKey)),
    ...before.map((one) => blockOf({ ...one, until: one.until ?? now }, pemOf(one.publicKey))),
  ].join('\n')
  const written = `${trust.sealKeyFile}.new`
  await writeFile(written, text, { mode: 0o600 })
  await rename(written, trust.sealKeyFile)
  return key.id
}
