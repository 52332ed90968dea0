import {
  buildBidderKey,
  fromBase64url,
  parseTrousseau,
  sealPli,
  Sha256Digest,
} from '../../lib/sealing.ts'
import { readingOf, watchFiles } from './chosen_files.js'
import { once } from './once.js'
import { post } from './post_json.js'
import { saying } from './saying.js'
import { PieceSender } from './piece_sender.js'
import { durationWords, leftOf, showTimeLeft } from './time_left.js'

const SWAPPED =
  'Le trousseau de cette page n’est pas celui du règlement : ne déposez rien, et prévenez l’acheteur.'

/** A bidder's files are sealed here, and leave sealed: names, sizes and bytes. */
async function deposit(form) {
  const { deposit: base, trousseau: text, fingerprint } = form.dataset
  const trousseau = await parseTrousseau(fromBase64url(text))
  if (trousseau.fingerprint !== fingerprint) throw new Error(SWAPPED)
  const envelopes = envelopesOf(form)
  if (envelopes.length === 0) throw new Error('Choisissez au moins un fichier.')
  warnOfFewer(form, envelopes)
  const token = form.elements._csrf.value
  const establishment = form.elements.establishment.value
  const { id: pli } = await post(`${base}/plis`, token, { establishment })
  const sender = new PieceSender(`${base}/plis/${pli}`, token, tellOf(form, envelopes))
  const sealed = await sealPli({ trousseau, pli, envelopes }, sender, () => new Sha256Digest())
  await sender.end()
  const manifest = new TextDecoder().decode(sealed.manifest)
  const receipt = await post(`${base}/plis/${pli}/scellement`, token, { manifest })
  show(
    form,
    { ...receipt, documents: await documentsOf(envelopes) },
    {
      tender: trousseau.tender,
      pli,
      deks: sealed.deks,
    }
  )
}

/**
 * The new pli replaces the former one whole (R2151-6): one that holds fewer files is asked about once.
 * The same choice again goes on.
 */
function warnOfFewer(form, envelopes) {
  const former = Number(form.dataset.formerFiles ?? 0)
  const count = envelopes.reduce((sum, { files }) => sum + files.length, 0)
  if (count >= former || form.dataset.warnedOf === String(count)) return
  form.dataset.warnedOf = String(count)
  throw new Error(
    `Votre nouveau pli ne contient que ${count} fichier${count > 1 ? 's' : ''} ; le précédent en avait ${former}, et il le remplacera en entier. Ajoutez les autres, ou pressez encore « Déposer ».`
  )
}

function envelopesOf(form) {
  return [...form.querySelectorAll('[data-envelope]')]
    .map((field) => ({
      name: field.dataset.envelope,
      files: [...field.files].map((file) => ({
        name: file.name.normalize('NFC'),
        size: file.size,
        read: () => readingOf(file),
      })),
    }))
    .filter(({ files }) => files.length > 0)
}

/** What the receipt lists: the server has seen neither names nor digests. */
async function documentsOf(envelopes) {
  const documents = []
  for (const { name: envelope, files } of envelopes)
    for (const { name, size, read } of files) {
      const digest = new Sha256Digest()
      for await (const part of read()) digest.update(part)
      documents.push({ envelope, name, size, sha256: digest.digest() })
    }
  return documents
}

/** How far the sending is, and whether it will be over before the hour at the pace that it has. */
const tellOf = (form, envelopes) => {
  const status = form.querySelector('[data-deposit-status]')
  const total = envelopes.flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 0)
  const from = performance.now()
  return (sent) => {
    const share = total === 0 ? 100 : Math.min(100, Math.round((100 * sent) / total))
    const needed = ((performance.now() - from) * Math.max(0, total - sent)) / sent
    const left = leftOf(form)
    const late =
      left > 0 && needed > left ? ' À ce rythme, l’envoi finira après l’heure limite.' : ''
    status.textContent = `Chiffré et envoyé : ${share} %, encore ${durationWords(needed)}.${late} Rien n’est déposé tant que le récépissé n’est pas là.`
  }
}

function show(form, receipt, key) {
  const done = form.parentElement.querySelector('[data-deposit-done]')
  const link = (selector, part) => {
    done.querySelector(selector).href = URL.createObjectURL(
      new Blob([part], { type: 'application/json' })
    )
  }
  link('[data-deposit-receipt]', JSON.stringify(receipt, null, 2))
  link('[data-deposit-key]', buildBidderKey(key))
  form.hidden = true
  done.hidden = false
  done.scrollIntoView()
}

export const start = once(() => {
  for (const form of document.querySelectorAll('form[data-deposit]')) {
    watchFiles(form)
    showTimeLeft(form)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      saying(form, '[data-deposit-error]', () => deposit(form))
    })
  }
})
