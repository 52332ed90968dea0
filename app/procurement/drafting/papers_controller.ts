import type { HttpContext } from '@adonisjs/core/http'
import { sendDocument } from '#web/documents/send'
import { openedOf } from '../award/opened.js'
import { PliMissing } from '../errors.js'
import { isPaperOfLots } from '../lots/papers_of_lots.js'
import Consultation from './consultation.js'

/** A paper that the room has written: the règlement, the PV, the decision, a letter. */
export default class PapersController {
  async show(ctx: HttpContext) {
    const one = await Consultation.get(ctx.params.id)
    const own = [one.signedRcDocumentId, one.rcDocumentId, one.signedPvDocumentId, one.pvDocumentId]
    own.push(one.signedAwardDocumentId, one.awardDocumentId)
    const letters = (await openedOf(one)).map(({ letterDocumentId }) => letterDocumentId)
    const { document } = ctx.params
    const isOne = [...own, ...letters].includes(document) || (await isPaperOfLots(one, document))
    if (!isOne) throw new PliMissing()
    return sendDocument(ctx, document, { isShown: true })
  }
}
