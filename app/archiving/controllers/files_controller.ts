import type { HttpContext } from '@adonisjs/core/http'
import { documents } from '#kernel/documents'
import { FileMissing, ProofNotReady } from '../errors.js'
import Deposit from '../models/deposit.js'
import DepositDocument from '../models/deposit_document.js'

/** The files of a deposit: what was handed over, the package, the answers, the proof. */
export default class FilesController {
  async show(ctx: HttpContext) {
    const deposit = await Deposit.get(ctx.params.id)
    const { documentId } = ctx.params
    const own = [
      deposit.sipDocumentId,
      deposit.acknowledgementDocumentId,
      deposit.receiptDocumentId,
    ]
    const deposited = (await DepositDocument.of(deposit.id)).find(
      (one) => one.documentId === documentId
    )
    if (!deposited && !own.includes(documentId)) throw new FileMissing()
    return hand(ctx, documentId, deposited?.fileName)
  }

  async proof(ctx: HttpContext) {
    const deposit = await Deposit.get(ctx.params.id)
    if (!deposit.proofDocumentId) throw new ProofNotReady()
    return hand(ctx, deposit.proofDocumentId)
  }
}

/** Always as a download: what others wrote is never shown under our own address. */
async function hand({ response }: HttpContext, documentId: string, fileName?: string) {
  const { name, size, mediaType } = await documents.find(documentId)
  const shown = encodeURIComponent(fileName ?? name)
  response.header('content-type', mediaType)
  response.header('content-length', String(size))
  response.header('content-disposition', `attachment; filename*=UTF-8''${shown}`)
  response.header('x-content-type-options', 'nosniff')
  return response.stream(await documents.open(documentId))
}
