import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Bundle } from '#lib/backup/bundle'
import { writeSettings } from '#lib/backup/open_bundle'

/**
 * Lays out the keys where `npm start` keeps them, and every setting in `reglages-restaures.env` for who
 * sets up the rest. Throws when another key is set outside: nothing that was saved would open.
 */
export async function layOutKeys(bundle: Bundle, dataDir: string): Promise<void> {
  const { APP_KEY: saved } = bundle.settings
  if (process.env.APP_KEY && process.env.APP_KEY !== saved)
    throw new Error('APP_KEY n’est pas celle de la sauvegarde : ôtez-la, ou donnez la même.')
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await writeFile(join(dataDir, 'app-key'), saved, { mode: 0o600 })
  await writeSettings(bundle, dataDir)
  const keys = bundle.files.find(({ setting }) => setting === 'SEAL_KEY_FILE')
  if (keys) await put(join(dataDir, 'seal-key.pem'), keys.content)
  const simulators = process.env.SIMULATORS_DIR ?? join(dataDir, 'simulators')
  for (const { path, content } of bundle.simulators) {
    const to = join(simulators, path)
    if (!existsSync(to)) await put(to, content)
  }
}

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(path, Buffer.from(content, 'base64'), { mode: 0o600 })
}
