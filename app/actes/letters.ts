import { SYSTEM, type Actor } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { ReplyAlreadySent } from './errors.js'
import { buildReply } from './formats/reply_message.js'
import { documentName, messageBase, messageName } from './formats/names.js'
import { subjectOf } from './jobs/compose.js'
import { freeze } from './jobs/freeze.js'
import { post } from './jobs/post.js'
import { askToRead, closeLetter } from './letter_replies.js'
import type Acte from './models/acte.js'
import type Answer from './models/answer.js'
import Transmission from './models/transmission.js'
import {
  letterOf,
  type LetterReceiptType,
  type LetterType,
  type ReplyType,
} from './rules/letters.js'

export interface ReplyPiece {
  documentId: string
  typePj: string
}

/** Asks an agent to look at a letter, and tells the prefecture that it came when the law wants so. */
export async function receiveLetter(acte: Acte, letter: Answer): Promise<void> {
  const { task, receipt } = letterOf(letter.kind as LetterType)
  await askToRead(acte, letter.id, `${task} « ${acte.title} »`)
  // Without its date nothing names the letter: the agents' task remains
  if (receipt && letter.saidOn) await send(acte, letter, { type: receipt, pieces: [], by: SYSTEM })
}

/** Answers a letter, in the transaction in context; throws E_ACTE_REPLY_SENT for a second answer. */
export async function reply(
  acte: Acte,
  letter: Answer,
  answer: { type: ReplyType; pieces: ReplyPiece[]; by: Actor }
): Promise<void> {
  const former = await replyTo(letter)
  if (former && former.state !== 'failed') throw new ReplyAlreadySent()
  await send(acte, letter, answer)
  await closeLetter(letter.id)
}

/** The last answer to a letter, or null; the receipt that the platform sends is not one. */
export async function replyTo({ id, kind }: Answer): Promise<Transmission | null> {
  const types = letterOf(kind as LetterType).replies.map(({ type }) => type)
  return Transmission.query()
    .where('letterId', id)
    .whereIn('type', types)
    .orderBy('id', 'desc')
    .first()
}

interface ToSend {
  type: ReplyType | LetterReceiptType
  pieces: ReplyPiece[]
  by: Actor
}

async function send(acte: Acte, letter: Answer, { type, pieces, by }: ToSend): Promise<void> {
  const base = messageBase(await subjectOf(acte), type)
  const files = []
  for (const [index, { documentId, typePj }] of pieces.entries()) {
    const { mediaType } = await documents.find(documentId)
    const name = documentName(base, typePj, index + 1, mediaType)
    files.push({ name, bytes: await documents.read(documentId) })
  }
  const bytes = buildReply({
    type,
    acteId: acte.identifier!,
    letterDate: letter.saidOn!,
    documentNames: files.map(({ name }) => name),
  })
  const message = { name: messageName(base), bytes }
  const transmission = await freeze({ type, acteId: acte.id, message, documents: files })
  transmission.merge({
    letterId: letter.id,
    documentIds: pieces.map(({ documentId }) => documentId),
    sentBy: by.kind === 'person' ? by.id : null,
  })
  await transmission.save()
  const data = { message: type, letter: letter.id, sha256: transmission.archiveDigest }
  await journal.append({ type: 'actes.letter_answered', subject: acte.ref, actor: by, data })
  await post.enqueue({ transmissionId: transmission.id })
}
