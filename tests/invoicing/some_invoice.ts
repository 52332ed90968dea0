import { DateTime } from 'luxon'
import { documents } from '#kernel/documents'
import { convertFile } from '#lib/einvoice'
import Invoice from '#app/invoicing/models/invoice'
import Status from '#app/invoicing/models/status'
import { readReceived } from '#app/invoicing/reading/read_received'
import { drawReadable } from '#app/invoicing/readable/draw_readable'
import { demoInvoice } from '../../simulators/chorus/demo_invoice.js'

let chorusIds = 90_000_000

/** An invoice that the tenant in context has received, read and may certify, without a Chorus Pro. */
export async function someInvoice(
  more: { supplier?: string; xml?: (text: string) => string } = {}
): Promise<Invoice> {
  const { supplier = 'Le Fournil du Quai', xml = (text) => text } = more
  const number = `F-${++chorusIds}`
  const issuedOn = new Date('2026-11-20T12:00:00Z')
  const buyer = '21350901100010'
  const text = demoInvoice({ buyer, buyerName: 'Commune de Kervalan', number, issuedOn })
  const made = await convertFile(Buffer.from(xml(text)), 'facturx')
  if (!('bytes' in made)) throw new Error(made.message)
  const { outcome, content } = await readReceived({ bytes: made.bytes })
  const readable = await drawReadable(content!, { accent: '#1d6673', day: '2026-11-20' })
  const received = await documents.store(made.bytes, { name: `${number}.pdf` })
  const drawn = await documents.store(readable, { name: `lisible-${number}.pdf` })
  const day = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' })
  const invoice = await Invoice.create({
    state: 'available',
    chorusId: chorusIds,
    number,
    issuedOn: day('2026-11-20'),
    type: 'FACTURE',
    supplierSiret: '83456789300013',
    supplierSiren: '834567893',
    supplierName: supplier,
    engagement: 'BC-26-014',
    currency: 'EUR',
    amountNet: '580.00',
    amountGross: '611.90',
    amountDue: '611.90',
    depositedAt: DateTime.fromISO('2026-11-21T08:00:00Z'),
    availableOn: day('2026-11-21'),
    dueOn: day('2026-12-21'),
    documentId: received.id,
    readableDocumentId: drawn.id,
    outcome,
    content,
  })
  await Status.note(invoice.id, { status: 'available', at: new Date('2026-11-21T08:00:00Z') })
  return invoice
}
