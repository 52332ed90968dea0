import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { proofOf } from '#web/seals/proof_of'
import { serializeProofBundle, type ProvenFile, type Subject } from '#lib/proof'
import { tenancy } from '#kernel/tenancy'
import { ProofNotReady } from './errors.js'
import Deposit from './models/deposit.js'
import DepositDocument from './models/deposit_document.js'
import { proofNames } from './rules/proof_names.js'

/** The proof of a deposit: proof.json and the files that it speaks of, under its names. */
export interface ProofExport {
  proof: Buffer
  files: (ProvenFile & { documentId: string })[]
}

/**
 * Gathers the proof of an accepted deposit. It may ask for a time-stamp: call it outside of any
 * transaction. @throws E_ARCHIVING_PROOF_NOT_READY, E_ARCHIVING_DEPOSIT_MISSING
 */
export async function exportProof(tenantId: string, depositId: string): Promise<ProofExport> {
  const { subjects, files } = await tenancy.run(tenantId, async () => {
    const deposit = await Deposit.get(depositId)
    if (deposit.state !== 'accepted') throw new ProofNotReady()
    return { subjects: await subjectsOf(deposit), files: await filesOf(deposit) }
  })
  const named = files.map(({ documentId, ...file }) => file)
  const bundle = await proofOf(tenantId, subjects, named)
  return { proof: serializeProofBundle(bundle), files }
}

/** The deposit and what it archives; a subject of which the journal says nothing proves nothing. */
async function subjectsOf(deposit: Deposit): Promise<Subject[]> {
  const subjects: Subject[] = [deposit.ref]
  for (const subject of deposit.description.proofSubjects ?? []) {
    const entries = await journal.entriesOf(subject)
    if (entries.length > 0) subjects.push(subject)
  }
  return subjects
}

async function filesOf(deposit: Deposit): Promise<ProofExport['files']> {
  const deposited = await DepositDocument.of(deposit.id)
  const kept = [
    ...deposited.map(({ role, fileName, documentId }) => ({
      role: role as string,
      fileName,
      documentId,
    })),
    { role: 'sip', fileName: 'sip.zip', documentId: deposit.sipDocumentId! },
    { role: 'archive_receipt', fileName: 'a.xml', documentId: deposit.receiptDocumentId! },
  ]
  const names = proofNames(kept)
  const files: ProofExport['files'] = []
  for (const [i, { role, documentId }] of kept.entries()) {
    const { size, sha256 } = await documents.find(documentId)
    files.push({ name: names[i], role, size, sha256, documentId })
  }
  return files
}
