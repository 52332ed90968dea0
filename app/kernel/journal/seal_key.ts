import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { trust } from '#config/trust'
import { defineError } from '#lib/errors'
import { parseSealKeys, type SealKey } from '#lib/proof'

export const SealKeyMissing = defineError(
  'E_SEAL_KEY_MISSING',
  'La clé qui signe les scellements manque ou ne se lit pas (SEAL_KEY_FILE) : rien ne peut être scellé. Prévenez l’exploitant.',
  503
)

interface SealKeys {
  current: { id: string; privateKey: KeyObject }
  /** The current one first, then those that signed before it. */
  all: SealKey[]
}

const PRIVATE = /-----BEGIN (?:EC )?PRIVATE KEY-----[^-]+-----END (?:EC )?PRIVATE KEY-----/
let kept: { mtimeMs: number; keys: SealKeys } | null = null

/** The keys of the settings; read again when their file changes. Throws E_SEAL_KEY_MISSING. */
export async function sealKeys(): Promise<SealKeys> {
  try {
    const { mtimeMs } = await stat(trust.sealKeyFile)
    if (kept?.mtimeMs !== mtimeMs) {
      kept = { mtimeMs, keys: keysIn(await readFile(trust.sealKeyFile, 'utf8')) }
    }
  } catch (error) {
    // The cause is for our log: `details` would tell a path of the server to whoever asked.
    throw Object.assign(new SealKeyMissing(), { cause: error })
  }
  return kept.keys
}

/** Those that verification holds our own seals against: of the settings, never of the base. */
export async function ownSealKeys(): Promise<SealKey[]> {
  return sealKeys().then(
    ({ all }) => all,
    () => [] // every signed seal is then said to be of a key that nobody knows
  )
}

function keysIn(text: string): SealKeys {
  const privateKey = createPrivateKey(PRIVATE.exec(text)![0])
  const all = parseSealKeys(text)
  return { current: { id: all[0].id, privateKey }, all }
}
