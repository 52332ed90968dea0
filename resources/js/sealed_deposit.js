import { checkPli, fromBase64url, parseTrousseau } from '../../lib/sealing.ts'
import { standing } from './begun_plis.js'
import { progressOf } from './deposit_progress.js'
import { folderOfZip } from './sealed_zip.js'
import { PieceSender } from './piece_sender.js'
import { post } from './post_json.js'

const NONCE_BYTES = 12

/**
 * Deposits a pli that was sealed elsewhere, checked first as the server will: this page has no key
 * of it, and sends what has not arrived yet. Returns the receipt. @throws a French sentence
 */
export async function depositSealed(form, { base, trousseau: text }) {
  const [file] = form.elements.sealed.files
  if (!file) throw new Error('Donnez le pli scellé.')
  const trousseau = await parseTrousseau(fromBase64url(text))
  const folder = await folderOfZip(file)
  const { manifest, bytes } = await checkPli(folder, trousseau)
  const { pli } = manifest
  const token = form.elements._csrf.value
  const held = await heldOf(base, pli, { token, establishment: form.elements.establishment.value })
  const progress = progressOf(form, bytes)
  const sender = new PieceSender(`${base}/plis/${pli}`, token, progress)
  for (const { path, pieces } of placesOf(manifest)) {
    let from = 0
    for (const { sha256, size } of pieces) {
      if (held.has(sha256)) sender.skip({ size })
      else await sendPiece(sender, await folder.read(path, from, size))
      from += size
    }
  }
  await sender.end()
  const sealed = await folder.read('pli.json', 0, await manifestSize(folder))
  const receipt = await post(`${base}/plis/${pli}/scellement`, token, {
    manifest: new TextDecoder().decode(sealed),
  })
  return receipt
}

/** What the server has of it already; it keeps the number under which it was sealed. */
async function heldOf(base, pli, { token, establishment }) {
  const begun = { pli, held: new Set() }
  if (await standing(base, begun)) return begun.held
  await post(`${base}/plis`, token, { establishment, pli })
  return begun.held
}

async function sendPiece(sender, bytes) {
  await sender.append('', bytes.subarray(0, NONCE_BYTES))
  await sender.append('', bytes.subarray(NONCE_BYTES))
}

const placesOf = ({ envelopes }) =>
  envelopes.flatMap(({ name, list, files }) => [
    { path: `${name}/list.bin`, pieces: [list] },
    ...files.map(({ id, pieces }) => ({ path: `${name}/${id}.bin`, pieces })),
  ])

const manifestSize = async (folder) =>
  (await folder.files()).find(({ path }) => path === 'pli.json').size
