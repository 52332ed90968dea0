import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readBundle, type Bundle } from './bundle.js'
import { textOf, type Place } from './place.js'
import { unseal } from './sealed.js'

/** Of the demonstration, where nothing is a secret. */
export const DEMO_PASSPHRASE = 'demonstration-halle'

export interface OpenerFlags {
  passphraseFile?: string
  privateKey?: string
}

/** Opens what the lock of a backup holds; `passphrase` where no file is named. Throws CannotOpen. */
export async function openBundle(
  place: Place,
  name: string,
  { passphraseFile, privateKey }: OpenerFlags,
  passphrase = DEMO_PASSPHRASE
): Promise<Bundle> {
  const envelope = await textOf(place, name)
  const opener = privateKey
    ? { privateKey: await readFile(privateKey, 'utf8') }
    : { passphrase: passphraseFile ? (await readFile(passphraseFile, 'utf8')).trim() : passphrase }
  return readBundle(unseal(envelope, opener))
}

/** Writes the saved settings, one a line, for who sets up the rest. */
export async function writeSettings({ settings }: Bundle, folder: string): Promise<string> {
  const path = join(folder, 'reglages-restaures.env')
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name}=${JSON.stringify(value)}\n`
  )
  await writeFile(path, lines.join(''), { mode: 0o600 })
  return path
}
