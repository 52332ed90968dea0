import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { documents } from '#kernel/documents'
import { API_ROOT } from '#web/api/registry'
import { fileShape, told, toldFile } from '#web/api/shapes'
import ArchiveHold from '../models/archive_hold.js'
import Deposit from '../models/deposit.js'
import DepositDocument from '../models/deposit_document.js'
import { STATE_WORDS } from '../screens/deposit_words.js'

const file = () => fileShape.clone().nullable()

/** What a program is told of a deposit. */
export const depositShape = vine.create({
  id: told.id(),
  title: told.text(),
  state: told.text(),
  stateLabel: told.text(),
  origin: vine.object({ room: told.text(), id: told.text() }),
  archiveIdentifier: told.text().nullable(),
  /** In French, why it did not go through. */
  trouble: told.text().nullable(),
  settledAt: told.moment().nullable(),
  files: vine.array(vine.object({ role: told.text(), file: fileShape.clone() })),
  package: file(),
  acknowledgement: file(),
  receipt: file(),
  proof: file(),
  holds: vine.array(
    vine.object({
      id: told.id(),
      owner: told.text(),
      reason: told.text(),
      endsOn: told.day().nullable(),
    })
  ),
  createdAt: told.moment(),
})

/** A deposit with its files and the holds that stand on it. */
export async function toldDeposit(deposit: Deposit): Promise<Infer<typeof depositShape>> {
  const deposited = await DepositDocument.of(deposit.id)
  const { sipDocumentId, acknowledgementDocumentId, receiptDocumentId, proofDocumentId } = deposit
  const ids = [
    ...deposited.map(({ documentId }) => documentId),
    ...[sipDocumentId, acknowledgementDocumentId, receiptDocumentId, proofDocumentId],
  ].filter((id) => typeof id === 'string')
  const found = new Map((await documents.findMany(ids)).map((one) => [one.id, one]))
  const here = `${API_ROOT}/archives/versements/${deposit.id}`
  const fileOf = (id: string | null, url = `${here}/fichiers/${id}`) => {
    const one = id ? found.get(id) : undefined
    return one ? toldFile(one, url) : null
  }
  return {
    id: deposit.id,
    title: deposit.title,
    state: deposit.state,
    stateLabel: STATE_WORDS[deposit.state].label,
    origin: { room: deposit.origin.capability, id: deposit.origin.id },
    archiveIdentifier: deposit.archiveIdentifier ?? null,
    trouble: deposit.trouble ?? null,
    settledAt: deposit.settledAt?.toUTC().toISO() ?? null,
    files: deposited.flatMap(({ role, documentId }) => {
      const one = fileOf(documentId)
      return one ? [{ role, file: one }] : []
    }),
    package: fileOf(sipDocumentId),
    acknowledgement: fileOf(acknowledgementDocumentId),
    receipt: fileOf(receiptDocumentId),
    proof: fileOf(proofDocumentId, `${here}/preuve`),
    holds: (await ArchiveHold.standing(deposit.id)).map(({ id, owner, reason, endsOn }) => ({
      id,
      owner,
      reason,
      endsOn: endsOn?.toISODate() ?? null,
    })),
    createdAt: deposit.createdAt.toUTC().toISO()!,
  }
}

/** The deposit again after a gesture. */
export const toldAgain = async (id: string) => toldDeposit(await Deposit.get(id))

export const depositAnswer = (status: 200 | 201 | 202 = 200) => ({
  kind: 'thing' as const,
  of: 'Versement',
  shape: depositShape,
  status,
})
