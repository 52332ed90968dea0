import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  completeSignature,
  prepareSignature,
  readCertificates,
  timestampSource,
  type LocalSigner,
  type PrepareOptions,
  type TimestampSource,
} from '#lib/signature'
import { openP12 } from '#lib/signature/p12_reader'
import { untilTheEnd } from '#tests/helpers/simulators'
import { ensurePki, type DemoPki } from '../../../simulators/pki/index.js'
import { start } from '../../../simulators/tsa/index.js'

export interface DemoSigners {
  pki: DemoPki
  mayor: LocalSigner
  seal: LocalSigner
  anchors: Buffer[]
  timestamp: TimestampSource
  tsaUrl: string
  directory: string
}

let ready: Promise<DemoSigners> | null = null

/** Kervalan's mayor and seal, with a running time-stamp authority; made once for a test run. */
export function demoSigners(): Promise<DemoSigners> {
  ready ??= create()
  return ready
}

async function create(): Promise<DemoSigners> {
  const directory = await mkdtemp(join(tmpdir(), 'halle-signers-'))
  const pki = await ensurePki({
    dataDir: directory,
    holders: [
      { slug: 'kervalan', name: 'Commune de Kervalan', siren: '213500012', mayor: 'Soizic Madec' },
    ],
  })
  const tsa = await start({
    dataDir: directory,
    keyFile: pki.tsaKeyFile,
    certificateFile: pki.tsaCertificateFile,
    chainFiles: [pki.rootFile],
  })
  untilTheEnd(async () => {
    await tsa.stop()
    await rm(directory, { recursive: true, force: true })
  })
  return {
    pki,
    directory,
    mayor: await openP12(await readFile(pki.mayorP12('kervalan')), pki.password),
    seal: await openP12(await readFile(pki.sealP12('kervalan')), pki.password),
    anchors: readCertificates(await readFile(pki.rootFile)),
    tsaUrl: tsa.url,
    timestamp: timestampSource({ urls: [tsa.url] }),
  }
}

type Choices = Partial<Omit<PrepareOptions, 'pdf' | 'certificate'>> & {
  timestamp?: TimestampSource | null
}

/** Both phases in a row, as a test's shorthand. */
export async function signWith(pdf: Buffer, signer: LocalSigner, choices: Choices = {}) {
  const { timestamp = null, ...rest } = choices
  const prepared = await prepareSignature({
    signingTime: new Date(),
    ...rest,
    pdf,
    certificate: signer.certificate,
    chain: signer.chain,
  })
  return completeSignature(prepared, signer.sign(prepared.signedAttributes), { timestamp })
}

export const mayorStamp = {
  kind: 'stamp' as const,
  text: {
    title: 'Signé électroniquement par',
    name: 'Soizic Madec',
    details: ['Maire de Kervalan', 'le 22 novembre 2026 à 14 h 05'],
  },
}
