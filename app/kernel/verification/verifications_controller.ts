import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { PdfUnreadable } from '#kernel/signature'
import { verificationScreen } from './verification_screen.js'

/** « Vérifier un document »: a PDF comes, an answer leaves, nothing stays. */
export default class VerificationsController {
  async create({ view }: HttpContext) {
    return view.render('verification/create')
  }

  async store({ request, view }: HttpContext) {
    const file = request.file('document', { size: '60mb' })
    if (!file?.tmpPath || !file.isValid) throw new PdfUnreadable().at('document')
    const screen = await verificationScreen(await readFile(file.tmpPath), file.clientName)
    return view.render('verification/show', screen)
  }
}
