import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { issue, type Identity } from './authority.js'
import { makeP12 } from './p12.js'
import { type Holder, sealSubject, personSubject } from './subjects.js'
import { createAuthorities } from './authorities.js'

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
