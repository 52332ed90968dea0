import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents, type StoredDocument } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { archiveAccepted, archiveRejected } from './events.js'
import type { IngestReport } from './formats/ingest/check_sip.js'
import { replyCodeFor } from './formats/reply_codes.js'
import { buildTransferReply, type TransferReply } from './formats/replies.js'
import { openSipFile } from './gateways/sip_file.js'
import { buildProof } from './jobs/build_proof.js'
import { openTroubleTask } from './jobs/settling.js'
import Deposit from './models/deposit.js'
import { storeArchive, type StoredArchive } from './store.js'
import { answeredTransfer } from './transfer_header.js'

/**
 * Ends the ingest: everything that was accepted is stored, or nothing is, together with the
 * archive's reply, the journal and the event, in one transaction.
 */
export async function settle(
  tenantId: string,
  depositId: string,
  report: IngestReport,
  { path, sha256 }: { path: string; sha256: string }
): Promise<void> {
  if (!report.manifest) return tenancy.run(tenantId, () => reject(depositId, report))
  const sip = await openSipFile(path)
  try {
    await tenancy.run(tenantId, async () => {
      const deposit = await Deposit.get(depositId)
      if (deposit.state !== 'acknowledged') return
      const archive = await storeArchive(deposit, report.manifest!, sip)
      await accept(deposit, report, archive, sha256)
    })
  } finally {
    sip.close()
  }
}

async function accept(
  deposit: Deposit,
  report: IngestReport,
  archive: StoredArchive,
  packageSha256: string
): Promise<void> {
  const { identifier, units, objects } = archive
  const receipt = await reply(deposit, report, {
    code: '000',
    granted: {
      at: clock.now().toISO()!,
      archiveId: identifier,
      units: units.map(({ id, manifestId }) => ({ manifestId, systemId: id })),
      objects: objects.map(({ id, manifestId }) => ({ manifestId, systemId: id })),
    },
  })
  deposit.archiveIdentifier = identifier
  deposit.trouble = null
  await deposit.apply('accept', SYSTEM, {
    data: {
      archive: identifier,
      package: packageSha256,
      receipt: receipt.sha256,
      objects: objects.map(({ sha256 }) => sha256),
    },
  })
  await archiveAccepted.emit(settled(deposit, receipt))
  await buildProof.enqueue(
    { depositId: deposit.id },
    { dedupeKey: `archiving.proof.${deposit.id}` }
  )
}

async function reject(depositId: string, report: IngestReport): Promise<void> {
  const deposit = await Deposit.get(depositId)
  if (deposit.state !== 'acknowledged') return
  const { message, detail } = report.events.at(-1)!
  const receipt = await reply(deposit, report, { code: replyCodeFor(detail) })
  deposit.trouble = message
  await deposit.apply('reject', SYSTEM, {
    reason: message,
    data: { detail, receipt: receipt.sha256 },
  })
  await openTroubleTask(deposit)
  await archiveRejected.emit({ ...settled(deposit, receipt), reason: message })
}

async function reply(
  deposit: Deposit,
  report: IngestReport,
  answer: Pick<TransferReply, 'code' | 'granted'>
): Promise<StoredDocument> {
  const at = clock.now().toISO()!
  const { version, transfer } = await answeredTransfer(deposit)
  const message = buildTransferReply({
    version,
    style: 'asalae',
    identifier: `ATR-${deposit.id}`,
    at,
    transfer,
    events: report.events.map(({ step, outcome, detail, message }) => ({
      code: step,
      at,
      outcome,
      detail,
      message,
    })),
    ...answer,
  })
  const kept = await documents.store(message, { name: `${deposit.messageIdentifier}-reponse.xml` })
  deposit.receiptDocumentId = kept.id
  deposit.checks = report.events
  deposit.settledAt = clock.now()
  return kept
}

function settled(deposit: Deposit, receipt: StoredDocument) {
  return {
    depositId: deposit.id,
    origin: deposit.origin,
    receiptDocumentId: receipt.id,
    at: deposit.settledAt!.toISO()!,
  }
}
