import type { HttpContext } from '@adonisjs/core/http'
import { readingConfig } from '#config/reading'
import { DocumentTooLarge } from '#kernel/documents'
import { defineError, type DomainError } from '#lib/errors'
import { asksForJson } from './asked_by_program.js'
import { readReceived } from './read_apart.js'
import { answerOf, unopened, type VerificationAnswer } from './verification_answer.js'
import { type ReceivedDocument, verificationScreen } from './verification_screen.js'

const DocumentMissing = defineError(
  'E_DOCUMENT_MISSING',
  'Aucun document n’est arrivé. Choisissez le PDF à vérifier, puis recommencez.'
)

/** « Vérifier un document »: a PDF comes, an answer leaves, nothing stays. */
export default class VerificationsController {
  async create({ request, view, auth }: HttpContext) {
    if (asksForJson(request)) throw nothingArrived()
    return view.render('verification/create', { most: mostFor(await auth.check()) })
  }

  async store({ request, response, view, auth }: HttpContext) {
    // Compared with nothing: it reads what is sent, and records nothing
    const most = mostFor(await auth.check())
    const received = receivedOf(request, most)
    if (asksForJson(request)) return response.json(await answerFor(received))
    const screen = await verificationScreen(received)
    return view.render('verification/show', { ...screen, most })
  }
}

interface Most {
  bytes: number
  isMember: boolean
  words: string
}

/** Anybody may ask: a visitor's document is smaller than that of somebody who has an account. */
function mostFor(isMember: boolean): Most {
  const bytes = isMember ? readingConfig.memberBytes : readingConfig.visitorBytes
  return { bytes, isMember, words: `${Math.floor(bytes / 1_000_000)} Mo` }
}

function receivedOf(request: HttpContext['request'], most: Most): ReceivedDocument {
  const file = request.file('document', { size: most.bytes })
  if (file && file.size > most.bytes)
    throw new DocumentTooLarge(file.clientName, most.words).at('document')
  if (!file?.tmpPath || !file.isValid) throw nothingArrived()
  const { tmpPath: path, clientName: name, size } = file
  return { path, name, size, fromMember: most.isMember }
}

const nothingArrived = () => new DocumentMissing().at('document')

const UNOPENED: Record<string, 'LOCKED' | 'UNREADABLE'> = {
  E_PDF_LOCKED: 'LOCKED',
  E_PDF_UNREADABLE: 'UNREADABLE',
  E_PDF_EXCESSIVE: 'UNREADABLE',
  E_FILE_TOO_COMPLEX: 'UNREADABLE',
  E_FILE_TOO_HEAVY: 'UNREADABLE',
}

/** A file that cannot be opened is an answer to a program, not a fault of its request. */
async function answerFor(received: ReceivedDocument): Promise<VerificationAnswer> {
  try {
    return answerOf((await readReceived(received)).inspection)
  } catch (error) {
    const status = UNOPENED[(error as DomainError).code ?? '']
    if (!status) throw error
    return unopened(status)
  }
}
