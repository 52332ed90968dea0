import { createPrivateKey } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openP12 } from '#lib/signature/p12_reader'
import { readCertificates, signerWith, type LocalSigner } from '#lib/signature'
import { trust } from '#config/trust'
import { untilTheEnd } from '#tests/helpers/simulators'
import { run } from '#tests/helpers/tools'
import { issue } from '../../simulators/pki/authority.js'
import type { Usage } from '../../simulators/pki/extensions.js'
import { ensurePki, type DemoPki } from '../../simulators/pki/index.js'
import { makeP12 } from '../../simulators/pki/p12.js'
import { start } from '../../simulators/tsa/index.js'

export interface TestTrust {
  pki: DemoPki
  /** Soizic Madec's. */
  mayor: LocalSigner
  /** Yann Kerbrat's. */
  secretary: LocalSigner
  sealP12: Buffer
}

/** Under which the files of these certificates are found. */
export const HOLDER = 'commune-des-essais'

let ready: Promise<TestTrust> | null = null

/**
 * The demonstration's authorities where the settings look for them, and its time-stamp authority,
 * which they then name; once for a test run.
 */
export function testTrust(): Promise<TestTrust> {
  ready ??= create()
  return ready
}

async function create(): Promise<TestTrust> {
  const dataDir = dirname(dirname(trust.anchorsFile))
  const name = 'Commune de Kervalan'
  // Without a SIREN: each test's commune has one of its own
  const holders = [{ slug: HOLDER, name, mayor: 'Soizic Madec', secretary: 'Yann Kerbrat' }]
  const pki = await ensurePki({ dataDir, holders })
  if (!existsSync(trust.anchorsFile)) throw new Error(`${trust.anchorsFile} is not where expected`)
  const tsa = await start({
    dataDir,
    keyFile: pki.tsaKeyFile,
    certificateFile: pki.tsaCertificateFile,
    chainFiles: [pki.rootFile],
  })
  // On a port of its own: the one of the settings may have been taken since they were made.
  trust.timestampUrls.splice(0, 1, tsa.url)
  untilTheEnd(() => tsa.stop())
  const mayor = await openP12(await readFile(pki.mayorP12(HOLDER)), pki.password)
  const secretary = await openP12(await readFile(pki.secretaryP12(HOLDER)), pki.password)
  return { pki, mayor, secretary, sealP12: await readFile(pki.sealP12(HOLDER)) }
}

/** A .p12 that OpenSSL 3 makes: a key on P-256, and a certificate of the same authority. */
export async function ellipticP12(commonName: string, password: string): Promise<Buffer> {
  const { pki } = await testTrust()
  const folder = await mkdtemp(join(tmpdir(), 'halle-ec-'))
  const at = (name: string) => join(folder, name)
  const authority = ['-CA', pki.authorityFile, '-CAkey', pki.authorityFile.replace(/pem$/, 'key')]
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const usage = [
    '-addext',
    'keyUsage=critical,nonRepudiation',
    '-addext',
    'basicConstraints=CA:false',
  ]
  const made = [
    run('openssl', [
      ...['req', '-x509', '-days', '30', '-utf8', '-subj', `/CN=${commonName}`],
      ...[...key, ...usage, ...authority, '-keyout', at('key'), '-out', at('crt')],
    ]),
    run('openssl', [
      ...['pkcs12', '-export', '-inkey', at('key'), '-in', at('crt')],
      ...['-certfile', pki.authorityFile, '-passout', `pass:${password}`, '-out', at('p12')],
    ]),
  ]
  const failed = made.find(({ status }) => status !== 0)
  if (failed) throw new Error(failed.output)
  const p12 = await readFile(at('p12'))
  await rm(folder, { recursive: true })
  return p12
}

/** A certificate of the same authority under any name, and its key. */
export async function certified(
  subject: string,
  usage: Usage = 'signature',
  { minutes = 365 * 24 * 60 } = {}
): Promise<Certified> {
  const { pki } = await testTrust()
  const [authority] = readCertificates(await readFile(pki.authorityFile))
  const privateKey = await readFile(pki.authorityFile.replace(/pem$/, 'key'), 'utf8')
  const issuer = { certificate: authority, privateKey }
  const years = minutes / (365.25 * 24 * 60)
  const identity = await issue({ usage, subject, years, issuer })
  const signer = signerWith(createPrivateKey(identity.privateKey), [identity.certificate])
  return {
    signer: { ...signer, chain: [authority] },
    p12: makeP12(identity, [authority], 'x', 'x'),
  }
}

export interface Certified {
  signer: LocalSigner
  /** Under the password « x ». */
  p12: Buffer
}
