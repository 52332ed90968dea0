import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { issue, pem, type Identity } from './authority.js'
import { makeP12 } from './p12.js'

/** A collectivite that gets a server seal and, with a mayor, a personal certificate. */
export interface Holder {
  slug: string
  name: string
  siren: string
  mayor?: string
}

export interface PkiOptions {
  dataDir: string
  holders: Holder[]
  /** Of every P12 made here: a demonstration, not a secret. */
  password?: string
}

/** Where each piece lies. P12 files are named by the slug of their collectivite. */
export interface DemoPki {
  rootFile: string
  authorityFile: string
  tsaKeyFile: string
  tsaCertificateFile: string
  tlsKeyFile: string
  tlsCertificateFile: string
  password: string
  mayorP12(slug: string): string
  sealP12(slug: string): string
}

export const DEMO_PASSWORD = 'demonstration'

/**
 * The demonstration's certificate authorities and everything they sign, made once in `dataDir` and
 * found again afterwards; a holder added later gets its files without touching the others.
 */
export async function ensurePki(options: PkiOptions): Promise<DemoPki> {
  const password = options.password ?? DEMO_PASSWORD
  const directory = join(options.dataDir, 'pki')
  const pki = layout(directory, password)
  if (!existsSync(pki.rootFile)) await createAuthorities(directory)
  const authority = await readIdentity(directory, 'authority')
  const chain = [authority.certificate, (await readIdentity(directory, 'root')).certificate]
  for (const holder of options.holders) {
    await ensureP12(pki.sealP12(holder.slug), sealSubject(holder), 'seal')
    if (holder.mayor) await ensureP12(pki.mayorP12(holder.slug), mayorSubject(holder), 'signature')
  }
  return pki

  async function ensureP12(path: string, subject: string, usage: 'seal' | 'signature') {
    if (existsSync(path)) return
    const identity = await issue({ usage, subject, years: 3, issuer: authority })
    await writeWhole(path, makeP12(identity, chain, password, subject))
  }
}

/** Everything is made aside, then appears at once: a killed process leaves nothing half made. */
async function createAuthorities(directory: string): Promise<void> {
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

function layout(directory: string, password: string): DemoPki {
  const file = (name: string) => join(directory, name)
  return {
    rootFile: file('root.pem'),
    authorityFile: file('authority.pem'),
    tsaKeyFile: file('tsa.key'),
    tsaCertificateFile: file('tsa.pem'),
    tlsKeyFile: file('tls.key'),
    tlsCertificateFile: file('tls.pem'),
    password,
    mayorP12: (slug) => file(`maire-${slug}.p12`),
    sealP12: (slug) => file(`cachet-${slug}.p12`),
  }
}

async function readIdentity(directory: string, name: string): Promise<Identity> {
  const certificate = await readFile(join(directory, `${name}.pem`), 'utf8')
  return {
    certificate: Buffer.from(certificate.replace(/-----[^-]+-----|\s/g, ''), 'base64'),
    privateKey: await readFile(join(directory, `${name}.key`), 'utf8'),
  }
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  await writeFile(`${path}.new`, bytes, { mode: 0o600 })
  await rename(`${path}.new`, path)
}

/** organizationIdentifier in the form of ETSI EN 319 412-1 §5.1.4. */
function sealSubject(holder: Holder): string {
  const identifier = `2.5.4.97=SI:FR-${holder.siren}`
  return `C=FR, O=${escaped(holder.name)}, ${identifier}, CN=Cachet serveur - ${escaped(holder.name)}`
}

function mayorSubject(holder: Holder): string {
  return `C=FR, O=${escaped(holder.name)}, OU=0002 ${holder.siren}, CN=${escaped(holder.mayor!)}`
}

const escaped = (text: string) => text.replace(/[,+"\\<>;=]/g, '\\$&')
