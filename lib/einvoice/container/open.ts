import { openCarrier } from './embedded.js'
import { invoiceIn } from './extract.js'

/** A PDF may begin after a few bytes of something else (ISO 32000-1, annex H), which are no XML. */
export const isPdf = (bytes: Buffer) => {
  const head = bytes.subarray(0, 1024)
  return head.includes('%PDF-') && !/^(?:ï»¿)?\s*</.test(head.toString('latin1'))
}

/** The XML of an invoice, alone or in a PDF that is not encrypted; null when there is none. */
export async function openInvoice(bytes: Buffer): Promise<Buffer | null> {
  if (!isPdf(bytes)) return bytes
  try {
    const carrier = await openCarrier(bytes)
    return carrier.isEncrypted ? null : (invoiceIn(carrier)?.invoice.bytes ?? null)
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith('E_PDF')) return null
    throw error
  }
}
