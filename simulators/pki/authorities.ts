import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { issue, pem } from './authority.js'

/** Everything is made aside, then appears at once: a killed process leaves nothing half made. */
export async function createAuthorities(directory: string): Promise<void> {
  const draft = `${directory}.new`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true })
  const operator = 'C=FR, O=Syndicat mixte Penn ar Roz'
  const root = await issue({
    usage: 'root',
    subject: `${operator}, CN=AC racine de démonstration`,
    years: 20,
  })
  const [authority, tsa, tls] = await Promise.all([
    issue({
      usage: 'authority',
      subject: `${operator}, CN=AC des signataires de démonstration`,
      years: 12,
      issuer: root,
    }),
    issue({
      usage: 'timestamp',
      subject: `${operator}, CN=Horodatage de démonstration`,
      years: 6,
      issuer: root,
    }),
    issue({
      usage: 'tls',
      subject: 'CN=localhost',
      years: 3,
      issuer: root,
      hosts: ['localhost', '127.0.0.1'],
    }),
  ])
  const all = Object.entries({ root, authority, tsa, tls })
  for (const [name, identity] of all) {
    await writeFile(join(draft, `${name}.pem`), pem(identity.certificate, 'CERTIFICATE'))
    await writeFile(join(draft, `${name}.key`), identity.privateKey, { mode: 0o600 })
  }
  await setAside(directory)
  await rename(draft, directory)
}

/** A folder that lost its root signs nothing any more: its files are kept, out of the way. */
async function setAside(directory: string): Promise<void> {
  if (existsSync(directory)) await rename(directory, `${directory}.lost-${Date.now()}`)
}
