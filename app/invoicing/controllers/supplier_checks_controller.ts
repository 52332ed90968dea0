import type { HttpContext } from '@adonisjs/core/http'
import { readingConfig } from '#config/reading'
import { DocumentTooLarge } from '#kernel/documents'
import { checkBrought } from '../checking/check_brought.js'
import { FileNotBrought } from '../errors.js'
import { checkScreen } from '../screens/check_screen.js'

/** « Vérifier une facture »: a supplier brings her file before she sends it; nothing of it is kept. */
export default class SupplierChecksController {
  async create({ view }: HttpContext) {
    return view.render('invoicing/checks/create', { most: MOST })
  }

  async store({ request, view }: HttpContext) {
    // Compared with nothing: it reads what is sent, and records nothing
    const file = request.file('invoice', { size: MOST.bytes })
    if (file && file.size > MOST.bytes)
      throw new DocumentTooLarge(file.clientName, MOST.words).at('invoice')
    if (!file?.tmpPath || !file.isValid) throw new FileNotBrought().at('invoice')
    const brought = await checkBrought(file.tmpPath, file.size)
    return view.render('invoicing/checks/show', {
      most: MOST,
      name: file.clientName,
      ...checkScreen(brought),
    })
  }
}

const MOST = {
  bytes: readingConfig.visitorBytes,
  words: `${Math.floor(readingConfig.visitorBytes / 1_000_000)} Mo`,
}
