import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { DocumentTooLarge } from '#kernel/documents'
import { PdfUnreadable } from '#kernel/signature'
import { verificationScreen } from './verification_screen.js'

const MOST_BYTES = 60_000_000

/** « Vérifier un document »: a PDF comes, an answer leaves, nothing stays. */
export default class VerificationsController {
  async create({ view }: HttpContext) {
    return view.render('verification/create')
  }

  async store({ request, view }: HttpContext) {
    const file = request.file('document', { size: MOST_BYTES })
    if (file && file.size > MOST_BYTES)
      throw new DocumentTooLarge(file.clientName, '60 Mo').at('document')
    if (!file?.tmpPath || !file.isValid) throw new PdfUnreadable().at('document')
    const screen = await verificationScreen(await readFile(file.tmpPath), file.clientName)
    return view.render('verification/show', screen)
  }
}
