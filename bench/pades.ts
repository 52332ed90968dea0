import { createHash, createPrivateKey, randomBytes, sign } from 'node:crypto'
import PDFDocument from 'pdfkit'
import { completeSignature, prepareSignature, signerWith, type LocalSigner } from '#lib/signature'
import { issue } from '../simulators/pki/authority.js'

interface Measure {
  bytes: number
  runs: number
  signatureMs: number
  /** SHA-256 of the file and one RSA-3072 signature, nothing else. */
  bareMs: number
  ratio: number
}

const VISIBLE = {
  kind: 'stamp' as const,
  text: { title: 'Signé électroniquement par', name: 'Soizic Madec', details: ['Maire'] },
}

/**
 * Milliseconds for a whole PAdES B-B signature (prepare, sign, verify, embed) of a 70 kB and a
 * 20 MB file, next to the bare cost of the cryptography in the same run. The time-stamp is left
 * out: it is the network's time, not ours.
 */
export default async function bench(): Promise<Record<string, unknown>> {
  const identity = await issue({ usage: 'seal', subject: 'CN=Banc', years: 1 })
  const key = createPrivateKey(identity.privateKey)
  const signer = signerWith(key, [identity.certificate])
  const bare = (pdf: Buffer) => {
    createHash('sha256').update(pdf).digest()
    sign('sha256', identity.certificate, key)
  }
  const small = await pdfOf(70_000)
  const large = await pdfOf(20_000_000)
  return {
    small: await measure(
      small,
      100,
      () => signOnce(small, signer),
      () => bare(small)
    ),
    smallWithStamp: await measure(
      small,
      50,
      () => signOnce(small, signer, true),
      () => bare(small)
    ),
    large: await measure(
      large,
      15,
      () => signOnce(large, signer),
      () => bare(large)
    ),
  }
}

async function signOnce(pdf: Buffer, signer: LocalSigner, visible = false): Promise<void> {
  const { certificate, chain } = signer
  const signingTime = new Date()
  const appearance = visible ? VISIBLE : { kind: 'none' as const }
  const prepared = await prepareSignature({ pdf, certificate, chain, signingTime, appearance })
  await completeSignature(prepared, signer.sign(prepared.signedAttributes), { timestamp: null })
}

async function measure(
  pdf: Buffer,
  runs: number,
  whole: () => Promise<void>,
  bare: () => void
): Promise<Measure> {
  const [signed, hashed] = [[] as number[], [] as number[]]
  for (let run = 0; run < runs + 3; run++) {
    signed.push(await timed(whole))
    hashed.push(await timed(bare))
  }
  const [signatureMs, bareMs] = [median(signed.slice(3)), median(hashed.slice(3))]
  return { bytes: pdf.length, runs, signatureMs, bareMs, ratio: rounded(signatureMs / bareMs) }
}

async function timed(work: () => void | Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(values: number[]): number {
  return rounded([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)])
}

const rounded = (value: number) => Math.round(value * 100) / 100

/** A document with text and an incompressible attachment, of about that many bytes. */
async function pdfOf(bytes: number): Promise<Buffer> {
  const document = new PDFDocument()
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise((resolve) => document.on('end', resolve))
  document.text('Délibération').addPage().text('Annexe')
  document.file(randomBytes(bytes), { name: 'annexe.bin' })
  document.end()
  await finished
  return Buffer.concat(chunks)
}
