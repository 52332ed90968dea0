import { loadPdf, type OpenPdf } from '#lib/pdf/document'
import { changesSince } from './changes.js'
import { PdfUnfaithful } from './errors.js'
import { end, findSignatures } from './signature_dictionary.js'

/**
 * Refuses what we made of a signed document when one of its signatures would call it altered: its
 * signer forbade it (DocMDP, FieldMDP), or the file is of a shape that only seems to hold.
 * Throws E_PDF_UNFAITHFUL.
 */
export async function refuseToSpoilSignatures({ bytes }: OpenPdf, made: Buffer) {
  // Read anew: the document in memory has our additions already
  if (!bytes.includes('/ByteRange')) return
  const pdf = await loadPdf(bytes)
  const signatures = findSignatures(bytes, pdf).filter(({ byteRange }) => byteRange !== null)
  if (signatures.length === 0) return
  const after = { bytes: made, pdf: await loadPdf(made) }
  for (const signature of signatures) {
    const { fieldName } = signature
    const revision = { length: end(signature), fieldName }
    const isLast = revision.length === bytes.length
    const known = isLast ? [] : await alteredSince(revision, { bytes, pdf })
    const spoilt = (await alteredSince(revision, after)).find((words) => !known.includes(words))
    if (spoilt)
      throw new PdfUnfaithful(`une signature qu’il porte déjà ne vaudrait plus (${spoilt})`)
  }
}

async function alteredSince(...about: Parameters<typeof changesSince>): Promise<string[]> {
  return (await changesSince(...about)).altered
}
