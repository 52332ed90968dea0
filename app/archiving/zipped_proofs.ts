import { documents } from '#kernel/documents'
import { entryName } from '#lib/zip/entry_name'
import type { ZippedFile } from '#lib/zip/zip'
import { ProofNotReady } from './errors.js'
import Deposit from './models/deposit.js'

/**
 * The proof of each of these deposits; one that has none yet is not among them.
 * @throws E_ARCHIVING_PROOF_NOT_READY when no deposit has one
 */
export async function zippedProofs(ids: string[]): Promise<ZippedFile[]> {
  const deposits = await Deposit.query()
    .whereIn('id', ids)
    .whereNotNull('proofDocumentId')
    .orderBy('id')
  if (deposits.length === 0) throw new ProofNotReady()
  const opened = await documents.openable(deposits.map((one) => one.proofDocumentId!))
  return opened.map(({ size, open }, index) => {
    const { title, messageIdentifier } = deposits[index]
    return {
      path: `${index + 1} - ${entryName(`${title} (${messageIdentifier})`)}.zip`,
      size,
      open,
    }
  })
}
