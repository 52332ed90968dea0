import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { LocalDate } from '#lib/values'
import { frenchMessages } from '#web/validation_messages'
import { FileMissing, HoldAlreadyOver, ProofNotReady } from './errors.js'
import { auditObjects } from './jobs/audit_objects.js'
import { buildProof } from './jobs/build_proof.js'
import ArchiveHold from './models/archive_hold.js'
import type Deposit from './models/deposit.js'
import DepositDocument from './models/deposit_document.js'

export const holdValidator = vine.create({
  owner: vine.string().trim().minLength(2).maxLength(120),
  reason: vine.string().trim().minLength(3).maxLength(500),
  ends_on: vine.string().trim().optional(),
})
holdValidator.messagesProvider = frenchMessages

/** Keeps a deposit from elimination; throws E_ARCHIVING_HOLD_ALREADY_OVER for a day that is past. */
export async function placeHold(
  deposit: Deposit,
  { owner, reason, ends_on: day }: Infer<typeof holdValidator>,
  by: Actor
): Promise<void> {
  const endsOn = day ? LocalDate.tryParse(day) : null
  if (day && (!endsOn || clock.today().isAfter(endsOn))) throw new HoldAlreadyOver().at('ends_on')
  await ArchiveHold.place(deposit, by, { owner, reason, endsOn })
}

/** Reads the archived files of a deposit again, at once; asked twice, they are read once. */
export async function auditAgain(deposit: Deposit, by: Actor): Promise<void> {
  const dedupeKey = `archiving.audit.${deposit.id}`
  await auditObjects.enqueue({ depositId: deposit.id, by }, { dedupeKey })
}

/** Gathers the proof again, with all that the journal says by now; throws E_ARCHIVING_PROOF_NOT_READY. */
export async function gatherProof(deposit: Deposit): Promise<void> {
  if (deposit.state !== 'accepted') throw new ProofNotReady()
  deposit.proofDocumentId = null
  await deposit.save()
  const dedupeKey = `archiving.proof.${deposit.id}`
  await buildProof.enqueue({ depositId: deposit.id }, { dedupeKey })
}

/** The name of a file of a deposit; throws E_ARCHIVING_FILE_MISSING for whatever is none of them. */
export async function fileNameIn(deposit: Deposit, documentId: string): Promise<string | null> {
  const own = [deposit.sipDocumentId, deposit.acknowledgementDocumentId, deposit.receiptDocumentId]
  const deposited = (await DepositDocument.of(deposit.id)).find(
    (one) => one.documentId === documentId
  )
  if (!deposited && !own.includes(documentId)) throw new FileMissing()
  return deposited?.fileName ?? null
}
