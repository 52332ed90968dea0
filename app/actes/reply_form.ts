import type { Infer } from '@vinejs/vine/types'
import type { IncomingFile } from '#web/uploads'
import { keepUpload } from './kept_upload.js'
import type { ReplyPiece } from './letters.js'
import type Acte from './models/acte.js'
import ClassificationVersion from './models/classification_version.js'
import type { ActeProblem } from './rules/check_acte.js'
import { typesPJOf } from './rules/classification.js'
import { totalProblem } from './rules/documents.js'
import { replyChoice, type LetterType } from './rules/letters.js'
import type { replyValidator } from './validators/reply_form.js'

/** Everything that the ministry would refuse in a reply, before its files are looked into. */
export async function replyProblems(
  acte: Acte,
  letter: LetterType,
  form: Infer<typeof replyValidator>,
  files: IncomingFile[]
): Promise<ActeProblem[]> {
  const problems: ActeProblem[] = []
  const choice = replyChoice(letter, form.type ?? '')
  if (!choice) problems.push({ field: 'type', message: 'Choisissez comment répondre.' })
  if (files.length === 0) {
    problems.push({ field: 'documents', message: 'Déposez le document de la réponse.' })
  }
  if (choice && !choice.several && files.length > 1) {
    const message = 'Cette réponse porte un seul document : réunissez-les dans un PDF.'
    problems.push({ field: 'documents', message })
  }
  const sizes = files.map(({ name, size }) => ({ name, mediaType: '', size }))
  const tooLarge = totalProblem(sizes)
  if (tooLarge) problems.push({ field: 'documents', message: tooLarge })
  const classification = await ClassificationVersion.current()
  const types = typesPJOf(classification, acte.nature!.code).map(({ code }) => code)
  if (!types.includes(form.typePJ ?? '')) {
    problems.push({ field: 'typePJ', message: 'Choisissez le type de ces documents.' })
  }
  return problems
}

/** Keeps the files of a reply, in their order; adds what is wrong with one of them. */
export async function keepPieces(
  files: IncomingFile[],
  typePj: string,
  problems: ActeProblem[]
): Promise<ReplyPiece[]> {
  const pieces: ReplyPiece[] = []
  for (const file of files) {
    const documentId = await keepUpload(file, 'documents', problems)
    if (documentId) pieces.push({ documentId, typePj })
  }
  return pieces
}
