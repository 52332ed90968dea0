import { OUTSIDE } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { archiveAccepted, archiveRejected } from '../events.js'
import { REPLY_CODES } from '../formats/reply_codes.js'
import type { ArchiveAnswer } from '../formats/reply_reader.js'
import { archiveOf } from '../gateways/archive_of.js'
import type { AskedMessage } from '../gateways/external_archive.js'
import { readAnswerApart } from '../gateways/read_apart.js'
import Deposit from '../models/deposit.js'
import { buildProof } from './build_proof.js'
import { openTroubleTask, failDeposit, orFail } from './settling.js'

/** Ten minutes between two questions: an archive answers after hours, or days. */
const ASK_EVERY_SECONDS = 600

/** Asks the external archive what became of a transfer, and asks again until it says. */
export const followDeposit = defineJob<{ depositId: string }>({
  name: 'archiving.follow_deposit',
  title: 'Suivre un versement',
  onGiveUp: failDeposit,
  queue: 'outside',
  attempts: 20,
  async handle({ depositId }, context) {
    const { tenantId } = context
    await orFail(depositId, context, async () => {
      const deposit = await tenancy.run(tenantId, () => Deposit.get(depositId))
      if (!['transferred', 'acknowledged'].includes(deposit.state)) return
      const { archive, siren } = await archiveOf(tenantId)
      const ask = (kind: AskedMessage['kind']) =>
        archive.fetchMessage({
          kind,
          transferIdentifier: deposit.messageIdentifier,
          transferringAgency: siren,
        })
      const reply = await ask('ArchiveTransferReply')
      const receipt =
        !reply && deposit.state === 'transferred' ? await ask('Acknowledgement') : null
      const message = reply ?? receipt
      const answer = message && (await readAnswerApart(message))
      await tenancy.run(tenantId, () => record(depositId, message, answer))
    })
  },
})

/** Writes down what the archive said; what is not about this transfer is not heard. */
async function record(
  depositId: string,
  message: Buffer | null,
  answer: ArchiveAnswer | null
): Promise<void> {
  const deposit = await Deposit.get(depositId)
  const ours =
    answer !== null &&
    answer.kind !== 'unreadable' &&
    answer.transferIds.includes(deposit.messageIdentifier)
  if (ours && answer.kind === 'reply') return settleFrom(deposit, answer, message!)
  if (ours && answer.kind === 'acknowledgement' && deposit.state === 'transferred') {
    const kept = await keep(deposit, message!, 'accuse')
    deposit.acknowledgementDocumentId = kept.id
    await deposit.apply('acknowledge', OUTSIDE, { data: { acknowledgement: kept.sha256 } })
  }
  if (answer?.kind === 'unreadable') await callToRead(deposit, message!, answer.why)
  // This job still runs: another key than its own, which alternates with each turn
  const turn = Math.floor(clock.now().toSeconds() / ASK_EVERY_SECONDS)
  const dedupeKey = `archiving.follow.${depositId}.${turn}`
  await followDeposit.enqueue({ depositId }, { delay: ASK_EVERY_SECONDS, dedupeKey })
}

/** An answer that nobody can read is kept and shown, once: it may be corrected, so one asks again. */
async function callToRead(deposit: Deposit, message: Buffer, why: string): Promise<void> {
  const trouble = `L’archive a répondu, mais sa réponse n’a pas pu être lue. ${why}`
  if (deposit.trouble === trouble) return
  const kept = await keep(deposit, message, 'reponse-illisible')
  await deposit.merge({ trouble, receiptDocumentId: kept.id }).save()
  await openTroubleTask(deposit)
}

async function settleFrom(
  deposit: Deposit,
  answer: Extract<ArchiveAnswer, { kind: 'reply' }>,
  message: Buffer
): Promise<void> {
  const kept = await keep(deposit, message, 'reponse')
  const reason = [REPLY_CODES[answer.code] ?? `Code ${answer.code}.`, answer.comment]
    .join(' ')
    .trim()
  deposit.receiptDocumentId = kept.id
  deposit.settledAt = clock.now()
  deposit.archiveIdentifier = answer.archiveIds[0] ?? null
  deposit.trouble = answer.accepted ? null : reason
  const settled = {
    depositId: deposit.id,
    origin: deposit.origin,
    receiptDocumentId: kept.id,
    at: deposit.settledAt.toISO()!,
  }
  if (!answer.accepted) {
    await deposit.apply('reject', OUTSIDE, { reason, data: { receipt: kept.sha256 } })
    await openTroubleTask(deposit)
    return archiveRejected.emit({ ...settled, reason })
  }
  const [sip] = await documents.findMany([deposit.sipDocumentId!])
  const data = { archive: deposit.archiveIdentifier, package: sip.sha256, receipt: kept.sha256 }
  await deposit.apply('accept', OUTSIDE, { data })
  await archiveAccepted.emit(settled)
  await buildProof.enqueue(
    { depositId: deposit.id },
    { dedupeKey: `archiving.proof.${deposit.id}` }
  )
}

function keep(deposit: Deposit, message: Buffer, what: string) {
  return documents.store(message, { name: `${deposit.messageIdentifier}-${what}.xml` })
}
