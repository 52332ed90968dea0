import { convertFile } from '#lib/einvoice'
import { demoInvoice } from './demo_invoice.js'
import type { start } from './index.js'
import { seatOf } from '#lib/values'

interface Holder {
  slug: string
  name: string
  siren: string
}

/** A Factur-X waits for each member of the demonstration, once: it is refused as known afterwards. */
export async function depositDemo(
  chorus: Awaited<ReturnType<typeof start>>,
  holders: Holder[]
): Promise<void> {
  const known = new Set(chorus.report().invoices.map(({ buyer }) => buyer))
  for (const [rank, holder] of holders.entries()) {
    const buyer = seatOf(holder.siren)
    if (known.has(buyer)) continue
    const issuedOn = new Date(Date.now() - 3 * 86_400_000)
    const number = `FQ-2026-${String(118 + rank).padStart(4, '0')}`
    const xml = demoInvoice({ buyer, buyerName: holder.name, number, issuedOn })
    const made = await convertFile(Buffer.from(xml), 'facturx')
    if (!('bytes' in made)) throw new Error(made.message)
    await chorus.deposit({ bytes: made.bytes, fileName: 'facture-fournil.pdf', buyer })
  }
}
