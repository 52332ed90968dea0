import { generateKeyPairSync, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** A secret made once and kept in the data folder, readable by us only. */
export function keptSecret(dataDir) {
  const file = path.join(dataDir, 'app-key')
  if (!fs.existsSync(file))
    fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return fs.readFileSync(file, 'utf8')
}

/** The key that signs the seals of the journals, made once; `seal-key:renew` writes the next ones. */
export function keptSealKey(dataDir) {
  const file = path.join(dataDir, 'seal-key.pem')
  if (!fs.existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const since = `Depuis : ${new Date().toISOString()}\n`
    fs.writeFileSync(file, since + privateKey.export({ type: 'pkcs8', format: 'pem' }), {
      mode: 0o600,
    })
  }
  return file
}
