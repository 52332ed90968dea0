import type { Actor } from '#kernel/actor'
import { askForMandat, askWhatNext } from '../invoice_tasks.js'
import Invoice from '../models/invoice.js'
import { oweStatus } from '../pushing/owe.js'

/** The certificate is signed: the service is done, and Chorus Pro is told of it. */
export async function afterSignature(
  invoiceId: string,
  folderId: string,
  signedDocumentId: string,
  by: Actor
): Promise<void> {
  const invoice = await Invoice.hold(invoiceId)
  if (invoice.folderId !== folderId || invoice.signedDocumentId) return
  invoice.signedDocumentId = signedDocumentId
  await invoice.save()
  // Its supplier, or the portal, may have moved it while it was signed
  if (!invoice.allows('certify')) return
  await invoice.step('certify', by)
  await oweStatus(invoice, 'service_done')
  await askForMandat(invoice)
}

/** « Pas fait, parce que »: whoever sent it finds it back with the reason. */
export async function afterRefusal(
  invoiceId: string,
  folderId: string,
  reason: string
): Promise<void> {
  const invoice = await Invoice.hold(invoiceId)
  if (invoice.folderId !== folderId) return
  await invoice
    .merge({ folderId: null, certificateDocumentId: null, serviceDoneOn: null })
    .merge({ notDoneReason: reason })
    .save()
  if (invoice.allows('certify')) await askWhatNext(invoice)
}
