import type { Infer } from '@vinejs/vine/types'
import type { Actor } from '#kernel/actor'
import { hold } from '#rooms/archiving'
import type { IncomingFile } from '#web/uploads'
import { LetterNotFound, LetterSettled, OutcomeNoted, ReplyAlreadySent } from './errors.js'
import { closeLetter, settleLetter } from './letter_replies.js'
import { reply, replyTo } from './letters.js'
import Acte from './models/acte.js'
import Answer from './models/answer.js'
import { keepPieces, replyProblems } from './reply_form.js'
import type { ActeProblem } from './rules/check_acte.js'
import { isLetterType, type LetterType, type ReplyType } from './rules/letters.js'
import type { replyValidator } from './validators/reply_form.js'

/** The acte and one of its own letters; throws E_ACTE_NOT_FOUND, E_ACTE_LETTER_NOT_FOUND. */
export async function letterOfActe(acteId: string, letterId: string) {
  const acte = await Acte.get(acteId)
  const letter = await Answer.believed(acte.id).where('id', letterId).first()
  if (!letter || !isLetterType(letter.kind)) throw new LetterNotFound()
  return { acte, letter }
}

/** The same, held: two agents who act on it at the same time act one after the other. */
export async function heldLetter(acteId: string, letterId: string) {
  await Acte.hold(acteId)
  return letterOfActe(acteId, letterId)
}

/** The same of an acte referred to the court; throws E_ACTE_LETTER_NOT_FOUND for another letter. */
export async function heldDeferral(acteId: string, letterId: string) {
  const found = await heldLetter(acteId, letterId)
  if (found.letter.kind !== '5-1') throw new LetterNotFound()
  return found
}

/** Says that a held letter asks for nothing; throws E_ACTE_REPLY_SENT. */
export async function fileLetter(acte: Acte, letter: Answer, by: Actor): Promise<void> {
  const sent = await replyTo(letter)
  if (sent && sent.state !== 'failed') throw new ReplyAlreadySent()
  // An acte referred to the court stays so, read or not: only its outcome ends it
  if (letter.kind === '5-1') await closeLetter(letter.id)
  else await settleLetter(acte, letter, { by, note: null })
}

/** The last reply to a held letter that may be answered; throws E_ACTE_REPLY_SENT, E_ACTE_LETTER_SETTLED. */
export async function mustBeAnswerable(letter: Answer) {
  const last = await replyTo(letter)
  if (last && last.state !== 'failed') throw new ReplyAlreadySent()
  if (letter.settledAt) throw new LetterSettled()
  return last
}

/** Answers a held letter, or says all that the ministry would refuse. */
export async function answerLetter(
  { acte, letter }: { acte: Acte; letter: Answer },
  form: Infer<typeof replyValidator>,
  files: IncomingFile[],
  by: Actor
): Promise<ActeProblem[]> {
  const problems = await replyProblems(acte, letter.kind as LetterType, form, files)
  const pieces = problems.length > 0 ? [] : await keepPieces(files, form.typePJ ?? '', problems)
  if (problems.length === 0) await reply(acte, letter, { type: form.type as ReplyType, pieces, by })
  return problems
}

/** Keeps the archived acte, and all its proofs, as long as the dispute lasts. */
export async function holdDeferred(acte: Acte, by: Actor): Promise<void> {
  const reason = `${acte.title} : acte déféré au tribunal administratif`
  await hold({ capability: 'actes', id: acte.id }, by, { owner: 'Service des actes', reason })
}

/** Notes how a dispute ended, once; throws E_ACTE_OUTCOME_NOTED. */
export async function noteOutcome(acte: Acte, letter: Answer, outcome: string, by: Actor) {
  if (letter.settledAt) throw new OutcomeNoted(letter.settledNote ?? '')
  await settleLetter(acte, letter, { by, note: outcome })
}
