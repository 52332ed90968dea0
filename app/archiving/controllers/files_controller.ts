import type { HttpContext } from '@adonisjs/core/http'
import { sendDocument } from '#web/documents/send'
import { ProofNotReady } from '../errors.js'
import { fileNameIn } from '../keeping.js'
import Deposit from '../models/deposit.js'

/** The files of a deposit: what was handed over, the package, the answers, the proof. */
export default class FilesController {
  async show(ctx: HttpContext) {
    const deposit = await Deposit.get(ctx.params.id)
    const { documentId } = ctx.params
    const fileName = await fileNameIn(deposit, documentId)
    return hand(ctx, documentId, fileName)
  }

  async proof(ctx: HttpContext) {
    const deposit = await Deposit.get(ctx.params.id)
    if (!deposit.proofDocumentId) throw new ProofNotReady()
    return hand(ctx, deposit.proofDocumentId)
  }
}

/** Always as a download: what others wrote is never shown under our own address. */
const hand = (ctx: HttpContext, documentId: string, fileName: string | null = null) =>
  sendDocument(ctx, documentId, { name: fileName ?? undefined })
