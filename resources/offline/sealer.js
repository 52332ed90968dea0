import { buildBidderKey, parseTrousseau, sealPli, Sha256Digest } from '../../lib/sealing.ts'
import { findingsIn, readingOf } from '../js/chosen_files.js'
import { StoredZip } from './stored_zip.js'

/** The offline sealer: the same code as the page of deposit, and no network at all. */
const form = document.querySelector('form')
const said = (name) => document.querySelector(`[data-${name}]`)
const WORDS = { candidature: 'Candidature', offre: 'Offre' }
let trousseau = null

/** The one offer of a consultation that is not divided names no lot. */
const labelOf = (envelope, _index, all) =>
  WORDS[envelope] ??
  (all.includes('offre-2') ? envelope.replace('offre-', 'Offre, lot ') : WORDS.offre)

form.trousseau.addEventListener('change', () =>
  saying(async () => {
    const [file] = form.trousseau.files
    trousseau = await parseTrousseau(new Uint8Array(await file.arrayBuffer()))
    said('fingerprint').textContent = trousseau.fingerprint
    said('envelopes').replaceChildren(...trousseau.envelopes.map(fieldOf))
    said('rest').hidden = false
  })
)

function fieldOf(envelope, index, all) {
  const label = document.createElement('label')
  const field = document.createElement('input')
  Object.assign(field, { type: 'file', multiple: true, name: envelope })
  label.append(labelOf(envelope, index, all), field)
  return label
}

const envelopesOf = () =>
  trousseau.envelopes
    .map((name) => ({ name, chosen: [...form.elements[name].files] }))
    .filter(({ chosen }) => chosen.length > 0)

form.addEventListener('submit', (event) => {
  event.preventDefault()
  saying(async () => {
    const envelopes = envelopesOf()
    const found = await findingsIn(envelopes.flatMap(({ chosen }) => chosen))
    said('findings').textContent = found.map(({ text }) => text).join('\n')
    if (found.some(({ refuses }) => refuses)) return
    const zip = new StoredZip()
    // A pli that was begun on the platform bears its number; otherwise it takes one
    const pli = form.pli.value.trim().toLowerCase() || crypto.randomUUID()
    const files = envelopes.map(({ name, chosen }) => ({ name, files: chosen.map(plainOf) }))
    const asked = { trousseau, pli, envelopes: files }
    const sealed = await sealPli(asked, zip, () => new Sha256Digest())
    await zip.append('pli.json', sealed.manifest)
    offer('pli', zip.end(), `pli-${pli}.zip`)
    const key = buildBidderKey({ tender: trousseau.tender, pli, deks: sealed.deks })
    offer('key', new Blob([key], { type: 'application/json' }), 'cle.json')
    said('digest').textContent = sealed.digest
    said('done').hidden = false
    said('done').focus()
  })
})

const plainOf = (file) => ({
  name: file.name.normalize('NFC'),
  size: file.size,
  read: () => readingOf(file),
})

function offer(name, blob, download) {
  Object.assign(said(name), { href: URL.createObjectURL(blob), download })
}

async function saying(work) {
  said('error').textContent = ''
  try {
    await work()
  } catch (error) {
    said('error').textContent = error.message
  }
}
