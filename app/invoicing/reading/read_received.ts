import { checkFile } from '#lib/einvoice/check/check'
import type { Outcome } from '#lib/einvoice/check/outcome'
import { openInvoice } from '#lib/einvoice/container/open'
import { invoiceOf } from '#lib/einvoice/read'
import { readXml } from '#lib/xml/tree/reader'
import { contentOf, type InvoiceContent } from './content.js'

export interface Received {
  outcome: Outcome
  /** Null when no invoice can be read in it. */
  content: InvoiceContent | null
}

/** The verdict on a file that was received, rule by rule, and what people read of it. */
export async function readReceived({ bytes }: { bytes: Buffer }): Promise<Received> {
  // A thread receives the bytes as plain data, and no more as a Buffer
  const file = Buffer.from(bytes)
  const outcome = await checkFile(file)
  if (outcome.verdict === 'unreadable') return { outcome, content: null }
  const xml = await openInvoice(file)
  const invoice = xml && invoiceOf(readXml(xml))
  const isInvoice = invoice?.syntax === 'CII' || invoice?.syntax === 'UBL'
  return { outcome, content: isInvoice ? contentOf(invoice) : null }
}
