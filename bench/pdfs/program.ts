import 'reflect-metadata'
import { createPrivateKey } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { json } from 'node:stream/consumers'
import { join } from 'node:path'
import { stampApart } from '#app/actes/stamping/stamp_apart'
import { completeSignature, inspectPdf, signerWith, type LocalSigner } from '#lib/signature'
import { prepareApart } from '#web/reading/signing'
import type { Pdf } from '../../bin/journey/pdfs.js'
import { issue } from '../../simulators/pki/authority.js'
import { differencesBetween } from './compare.js'
import type { Outcome } from './outcome.js'

const MARK = {
  identifier: '035-213500012-20261122-D1-DE',
  receivedOn: '22 novembre 2026',
  publishedOn: '23 novembre 2026',
}
const APPEARANCE = {
  kind: 'stamp' as const,
  text: { title: 'Signé électroniquement par', name: 'Soizic Madec', details: ['Maire'] },
}

const folder = process.argv[2]
const pdfs = (await json(process.stdin)) as Pdf[]
const identity = await issue({ usage: 'seal', subject: 'CN=Banc', years: 1 })
const signer = signerWith(createPrivateKey(identity.privateKey), [identity.certificate])
const anchors = [identity.certificate]
for (const pdf of pdfs) console.log(JSON.stringify(await outcomeOf(pdf)))
process.exit(0)

async function outcomeOf({ path, sha256 }: Pdf): Promise<Outcome> {
  const original = readFileSync(path)
  const begun = performance.now()
  let step: Outcome['step'] = 'sign'
  const outcome = (more: Partial<Outcome>): Outcome => ({
    path,
    sha256,
    state: 'accepted',
    step: null,
    code: null,
    reason: null,
    status: null,
    differences: [],
    ms: 0,
    ...more,
  })
  let ms = 0
  try {
    const signed = await signedBy(signer, original)
    step = 'stamp'
    const stamped = await stampApart({ bytes: signed, text: MARK })
    ms = Math.round(performance.now() - begun)
    step = 'compare'
    const after = join(folder, 'after.pdf')
    writeFileSync(after, stamped)
    const options = { trustAnchors: anchors, at: new Date() }
    const { status } = await inspectPdf(stamped, options)
    const before = await inspectPdf(original, options).catch(() => null)
    const { differences, unsteady } = await differencesBetween(path, after, { original, stamped })
    if (status === 'failed' && before?.status !== 'failed')
      differences.push('our reader says ALTERED')
    return outcome({ status, differences, unsteady, ms })
  } catch (error) {
    const { code, message, stack } = error as NodeJS.ErrnoException
    if (!ms) ms = Math.round(performance.now() - begun)
    // A refusal is ours, in French: anything else was not foreseen
    const isRefusal =
      step !== 'compare' && /^E_(PDF|FILE|SIGNATURE)_/.test(code ?? '') && /[.»]$/.test(message)
    return isRefusal
      ? outcome({ state: 'refused', step, code: code!, reason: message, ms })
      : outcome({ state: 'crashed', step, reason: stack ?? String(error), ms })
  }
}

async function signedBy({ certificate, chain, sign }: LocalSigner, pdf: Buffer): Promise<Buffer> {
  const prepared = await prepareApart({
    pdf,
    certificate,
    chain,
    signingTime: new Date(),
    reason: 'Banc d’essai',
    appearance: APPEARANCE,
  })
  return completeSignature(prepared, sign(prepared.signedAttributes), { timestamp: null })
}
