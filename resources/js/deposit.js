import {
  BegunPli,
  buildBidderKey,
  fromBase64url,
  parseTrousseau,
  sealPli,
  Sha256Digest,
  tryThisMachine,
} from '../../lib/sealing.ts'
import { keeperOf, standing } from './begun_plis.js'
import { watchFiles } from './chosen_files.js'
import { judgeLots, watchLots } from './chosen_lots.js'
import { withPrepared } from './deposit_prepared.js'
import { documentsOf, envelopesOf, warnOfFewer, weightOf } from './deposit_files.js'
import { progressOf } from './deposit_progress.js'
import { begunIn, forgetIn, offerToGoOn, whileSending } from './deposit_resume.js'
import { once } from './once.js'
import { post } from './post_json.js'
import { saying } from './saying.js'
import { depositSealed } from './sealed_deposit.js'
import { PieceSender } from './piece_sender.js'
import { pdfFindings } from './pdf_findings.js'
import { showTimeLeft } from './time_left.js'

const SWAPPED =
  'Le trousseau de cette page n’est pas celui du règlement : ne déposez rien, et prévenez l’acheteur.'
const newDigest = () => new Sha256Digest()

/** A bidder's files are sealed here, and leave sealed: names, sizes and bytes. */
async function deposit(form) {
  const { deposit: base, trousseau: text, fingerprint } = form.dataset
  const trousseau = await parseTrousseau(fromBase64url(text))
  if (trousseau.fingerprint !== fingerprint) throw new Error(SWAPPED)
  judgeLots(form)
  const envelopes = await withPrepared(form, envelopesOf(form))
  if (envelopes.length === 0) throw new Error('Choisissez au moins un fichier.')
  warnOfFewer(form, envelopes)
  await tryThisMachine(newDigest)
  const token = form.elements._csrf.value
  const begun = await begunFor(form, base, { token, tender: trousseau.tender })
  const { pli } = begun
  const keeper = keeperOf(base, begun)
  await keeper.write()
  const progress = progressOf(form, weightOf(envelopes))
  const sender = new PieceSender(`${base}/plis/${pli}`, token, {
    sent(bytes) {
      progress.sent(bytes)
      keeper.note()
    },
    spared: progress.spared,
  })
  const sealed = await whileSending(form, { sender, progress, begun }, async () => {
    const asked = { trousseau, pli, envelopes, begun, isTried: true }
    const made = await sealPli(asked, sender, newDigest)
    await sender.end()
    return made
  })
  await keeper.write()
  const manifest = new TextDecoder().decode(sealed.manifest)
  const receipt = await post(`${base}/plis/${pli}/scellement`, token, { manifest })
  await keeper.forget()
  forgetIn(form)
  const key = { tender: trousseau.tender, pli, deks: sealed.deks }
  show(form, { ...receipt, documents: await documentsOf(envelopes) }, key)
}

/** The sealing that goes on, when one stands for the same company; else one that begins. */
async function begunFor(form, base, { token, tender }) {
  const establishment = form.elements.establishment.value
  const former = begunIn(form)
  const stands = former && (await standing(base, former))
  if (stands?.establishment === establishment) return former
  const { id } = await post(`${base}/plis`, token, { establishment })
  return new BegunPli(tender, id)
}

/** Its key stays with who sealed it elsewhere: this page has none to give. */
function show(form, receipt, key) {
  const done = form.closest('[data-deposits]').querySelector('[data-deposit-done]')
  const link = (selector, part) => {
    done.querySelector(selector).href = URL.createObjectURL(
      new Blob([part], { type: 'application/json' })
    )
  }
  link('[data-deposit-receipt]', JSON.stringify(receipt, null, 2))
  if (key) link('[data-deposit-key]', buildBidderKey(key))
  else done.querySelector('[data-deposit-key]').parentElement.hidden = true
  for (const each of form.closest('[data-deposits]').querySelectorAll('form')) each.hidden = true
  done.hidden = false
  done.scrollIntoView()
}

export const start = once(() => {
  for (const form of document.querySelectorAll('form[data-deposit]')) {
    watchFiles(form, pdfFindings)
    watchLots(form)
    showTimeLeft(form)
    offerToGoOn(form)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      saying(form, '[data-deposit-error]', () => deposit(form))
    })
  }
  for (const form of document.querySelectorAll('form[data-sealed-deposit]'))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const { deposit: base, trousseau } = document.querySelector('form[data-deposit]').dataset
      saying(form, '[data-deposit-error]', async () =>
        show(form, await depositSealed(form, { base, trousseau }), null)
      )
    })
})
