import { readFile } from 'node:fs/promises'
import { backupConfig } from '#config/backup'
import { DEMO_PASSPHRASE } from '#lib/backup/open_bundle'
import type { Lock } from '#lib/backup/sealed'

export interface LockFlags {
  passphraseFile?: string
  publicKey?: string
}

export class NoLock extends Error {}

/** What shuts the keys: as the command says, else the settings, else the demonstration's sentence. */
export async function lockOf({ passphraseFile, publicKey }: LockFlags): Promise<Lock> {
  const keyFile = publicKey ?? (passphraseFile ? undefined : backupConfig.publicKeyFile)
  if (keyFile) return { publicKey: await readFile(keyFile, 'utf8') }
  return { passphrase: await passphraseOf(passphraseFile) }
}

export async function passphraseOf(file?: string): Promise<string> {
  if (file) return (await readFile(file, 'utf8')).trim()
  if (backupConfig.passphrase) return backupConfig.passphrase
  if (backupConfig.isDemo) return DEMO_PASSPHRASE
  throw new NoLock(
    'Il manque de quoi fermer les clés : --passphrase-file, --public-key, ou BACKUP_PASSPHRASE.'
  )
}
