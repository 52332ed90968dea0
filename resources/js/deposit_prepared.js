import { readingOf } from './chosen_files.js'

/** Where what is prepared goes (FORMAT §1). */
const ENVELOPE = 'candidature'
const WRONG =
  'Ce dossier et ces pièces sont d’une autre entreprise que celle pour qui vous déposez : décochez-les, ou choisissez-la.'

/**
 * What is chosen, with the dossier and the proofs that she ticked: fetched, and from then on files like
 * any other. The whole vault is fetched whatever is ticked, so that its reader cannot tell.
 */
export async function withPrepared(form, envelopes) {
  const boxes = [...form.querySelectorAll('[data-dossier], [data-proof]')]
  const ticked = boxes.filter((box) => box.checked)
  if (ticked.length === 0) return envelopes
  const company = form.elements.establishment.value
  if (ticked.some((box) => box.dataset.of !== company)) throw new Error(WRONG)
  const files = []
  for (const { dataset } of ticked.filter((box) => box.dataset.dossier)) {
    const answer = await fetched(dataset.dossier)
    for (const { name, url } of (await answer.json()).files)
      files.push(fileOf(name, await (await fetched(url)).blob()))
  }
  const vault = boxes.filter((box) => box.dataset.proof && box.dataset.of === company)
  if (vault.some((box) => box.checked))
    for (const box of vault) {
      const blob = await (await fetched(box.dataset.proof)).blob()
      if (box.checked) files.push(fileOf(`dossier/pieces/${box.dataset.name}`, blob))
    }
  return joined(envelopes, distinct(files))
}

async function fetched(address) {
  const answer = await fetch(address, { headers: { accept: 'application/json, */*' } })
  if (answer.ok) return answer
  const said = await answer.json().catch(() => null)
  throw new Error(said?.title ?? 'Votre dossier ne se lit pas : rechargez la page.')
}

const fileOf = (name, blob) => ({
  name: name.normalize('NFC'),
  size: blob.size,
  read: () => readingOf(blob),
})

/** Names of a pli are distinct (FORMAT §4): two proofs may bear one. */
function distinct(files) {
  const seen = new Map()
  return files.map((file) => {
    const times = (seen.get(file.name) ?? 0) + 1
    seen.set(file.name, times)
    return times === 1
      ? file
      : { ...file, name: file.name.replace(/(\.[^./]*)?$/, ` (${times})$1`) }
  })
}

/** The candidature's envelope comes first (FORMAT §1). */
function joined(envelopes, files) {
  const [own] = envelopes.filter(({ name }) => name === ENVELOPE)
  const others = envelopes.filter(({ name }) => name !== ENVELOPE)
  return [{ name: ENVELOPE, files: [...(own?.files ?? []), ...files] }, ...others]
}
