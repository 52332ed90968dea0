import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { issue, pem, type Identity } from './authority.js'
import { makeP12 } from './p12.js'

/** A collectivite that gets a server seal, and its people who get personal certificates. */
export interface Holder {
  slug: string
  name: string
  /** Absent, its certificates name the organisation without a number, as some authorities do. */
  siren?: string
  mayor?: string
  /** Who signs in the mayor's absence, with a certificate of her own. */
  secretary?: string
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
  secretaryP12(slug: string): string
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
    const { slug, mayor, secretary } = holder
    if (mayor) await ensureP12(pki.mayorP12(slug), personSubject(holder, mayor), 'signature')
    if (secretary) {
      await ensureP12(pki.secretaryP12(slug), personSubject(holder, secretary), 'signature')
    }
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
    secretaryP12: (slug) => file(`secretariat-${slug}.p12`),
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

function sealSubject(holder: Holder): string {
  return `${organization(holder)}, CN=Cachet serveur - ${escaped(holder.name)}`
}

/** Given and family names apart (ETSI EN 319 412-2 §4.2.4); the first word is the given name. */
export function personSubject(holder: Pick<Holder, 'name' | 'siren'>, fullName: string): string {
  const [given, ...family] = fullName.split(' ')
  const names = `2.5.4.42=${escaped(given)}, 2.5.4.4=${escaped(family.join(' '))}`
  return `${organization(holder)}, ${names}, CN=${escaped(fullName)}`
}

/** The legal person, and its SIREN as organizationIdentifier (ETSI EN 319 412-1 §5.1.4). */
function organization({ name, siren }: Pick<Holder, 'name' | 'siren'>): string {
  const identifier = siren ? `, 2.5.4.97=NTRFR-${siren}` : ''
  return `C=FR, O=${escaped(name)}${identifier}`
}

const escaped = (text: string) => text.replace(/[,+"\\<>;=]/g, '\\$&')
