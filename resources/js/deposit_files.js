import { Sha256Digest } from '../../lib/sealing.ts'
import { readingOf } from './chosen_files.js'
import { answeredFields } from './chosen_lots.js'

/** What is chosen, envelope by envelope; those without a file, and of lots that are not answered, are left out. */
export function envelopesOf(form) {
  return answeredFields(form)
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

/** Bytes of all that is chosen. */
export const weightOf = (envelopes) =>
  envelopes.flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 0)

/** What the receipt lists: the server has seen neither names nor digests. */
export async function documentsOf(envelopes) {
  const documents = []
  for (const { name: envelope, files } of envelopes)
    for (const { name, size, read } of files) {
      const digest = new Sha256Digest()
      for await (const part of read()) digest.update(part)
      documents.push({ envelope, name, size, sha256: digest.digest() })
    }
  return documents
}

/**
 * The new pli replaces the former one whole (R2151-6): one that holds fewer files is asked about once.
 * The same choice again goes on.
 */
export function warnOfFewer(form, envelopes) {
  const former = Number(form.dataset.formerFiles ?? 0)
  const count = envelopes.reduce((sum, { files }) => sum + files.length, 0)
  if (count >= former || form.dataset.warnedOf === String(count)) return
  form.dataset.warnedOf = String(count)
  throw new Error(
    `Votre nouveau pli ne contient que ${count} fichier${count > 1 ? 's' : ''} ; le précédent en avait ${former}, et il le remplacera en entier. Ajoutez les autres, ou pressez encore « Déposer ».`
  )
}
