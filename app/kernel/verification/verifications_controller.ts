import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { DocumentTooLarge } from '#kernel/documents'
import { defineError } from '#kernel/errors'
import { inspectPdf, PdfLocked, PdfUnreadable } from '#kernel/signature'
import { trustAnchors } from '#kernel/trust'
import { asksForJson } from './asked_by_program.js'
import { answerOf, unopened, type VerificationAnswer } from './verification_answer.js'
import { verificationScreen } from './verification_screen.js'

const MOST_BYTES = 60_000_000

const DocumentMissing = defineError(
  'E_DOCUMENT_MISSING',
  'Aucun document n’est arrivé. Choisissez le PDF à vérifier, puis recommencez.'
)

/** « Vérifier un document »: a PDF comes, an answer leaves, nothing stays. */
export default class VerificationsController {
  async create({ view }: HttpContext) {
    return view.render('verification/create')
  }

  async store({ request, response, view }: HttpContext) {
    const file = documentOf(request)
    const bytes = await readFile(file.tmpPath!)
    if (asksForJson(request)) return response.json(await answerFor(bytes))
    return view.render('verification/show', await verificationScreen(bytes, file.clientName))
  }
}

function documentOf(request: HttpContext['request']) {
  const file = request.file('document', { size: MOST_BYTES })
  if (file && file.size > MOST_BYTES)
    throw new DocumentTooLarge(file.clientName, '60 Mo').at('document')
  if (!file?.tmpPath || !file.isValid) {
    const missing = new DocumentMissing().at('document')
    throw missing.with({ message: missing.message })
  }
  return file
}

/** A file that cannot be opened is an answer to a program, not a fault of its request. */
async function answerFor(bytes: Buffer): Promise<VerificationAnswer> {
  try {
    return answerOf(await inspectPdf(bytes, { trustAnchors: await trustAnchors() }))
  } catch (error) {
    if (error instanceof PdfLocked) return unopened('LOCKED')
    if (error instanceof PdfUnreadable) return unopened('UNREADABLE')
    throw error
  }
}
