import type { HttpContext } from '@adonisjs/core/http'
import { readingConfig } from '#config/reading'
import { DocumentTooLarge } from '#kernel/documents'
import { PdfUnreadable } from '#kernel/signature'
import { verificationScreen } from './verification_screen.js'

/** « Vérifier un document »: a PDF comes, an answer leaves, nothing stays. */
export default class VerificationsController {
  async create({ view, auth }: HttpContext) {
    return view.render('verification/create', { most: mostFor(await auth.check()) })
  }

  async store({ request, view, auth }: HttpContext) {
    const fromMember = await auth.check()
    const most = mostFor(fromMember)
    const file = request.file('document', { size: most.bytes })
    if (file && file.size > most.bytes)
      throw new DocumentTooLarge(file.clientName, most.words).at('document')
    if (!file?.tmpPath || !file.isValid) throw new PdfUnreadable().at('document')
    const { tmpPath: path, clientName: name, size } = file
    const screen = await verificationScreen({ path, size, name, fromMember })
    return view.render('verification/show', { ...screen, most })
  }
}

/** Anybody may ask: a visitor's document is smaller than that of somebody who has an account. */
function mostFor(isMember: boolean) {
  const bytes = isMember ? readingConfig.memberBytes : readingConfig.visitorBytes
  return { bytes, isMember, words: `${Math.floor(bytes / 1_000_000)} Mo` }
}
