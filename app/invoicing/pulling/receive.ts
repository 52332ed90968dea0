import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { defineJob } from '#kernel/jobs'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import Invoice from '../models/invoice.js'
import type { Received } from '../reading/read_received.js'
import { judgeReceived } from '../reading/judge_received.js'
import { drawReadable } from '../readable/draw_readable.js'
import { frameOf } from '../rules/frames.js'
import { isPaid, pieceOfFrame } from '../rules/works.js'
import { holdUp } from '../trouble.js'

/** Reads a file that came: its verdict, what people read of it, and whether it came before. */
export const receive = defineJob<{ invoiceId: string }>({
  name: 'invoicing.receive',
  title: 'Lire une facture reçue',
  queue: 'heavy',
  onGiveUp: ({ invoiceId }, about) => holdUp(invoiceId, about),
  async handle({ invoiceId }, { tenantId }) {
    const bytes = await tenancy.run(tenantId, async () => {
      const { documentId, outcome } = await Invoice.get(invoiceId)
      return documentId && !outcome ? documents.read(documentId) : null
    })
    if (!bytes) return
    const received = await judgeReceived(bytes, clock.today())
    const readable = await tenancy.run(tenantId, () => readableOf(invoiceId, received))
    await tenancy.run(tenantId, () => keep(invoiceId, received, readable))
  },
})

async function readableOf(invoiceId: string, { content }: Received): Promise<Buffer | null> {
  const invoice = await Invoice.get(invoiceId)
  const tenant = await tenants.current()
  return content ? drawReadable(content, { accent: tenant.accent, day: invoice.issuedDay }) : null
}

async function keep(invoiceId: string, { outcome, content }: Received, readable: Buffer | null) {
  const invoice = await Invoice.hold(invoiceId)
  if (invoice.outcome) return
  const kept =
    readable && (await documents.store(readable, { name: `lisible-${invoice.number}.pdf` }))
  const frame = frameOf(content?.frame)
  // What Chorus Pro says of it comes before what its file says
  const worksPiece = invoice.worksPiece ?? pieceOfFrame(frame)
  const duplicateOf = (await earlierTwin(invoice))?.id ?? null
  await invoice
    .merge({
      outcome,
      content,
      frame,
      worksPiece,
      isPayable: isPaid(worksPiece),
      market: invoice.market ?? (content?.contract || null),
      duplicateOf,
      readableDocumentId: kept?.id ?? null,
    })
    .save()
  const { sha256 } = await documents.find(invoice.documentId!)
  await journal.append({
    type: 'invoicing.invoice_received',
    subject: invoice.ref,
    actor: SYSTEM,
    data: { sha256, verdict: outcome.verdict, chorusId: String(invoice.chorusId) },
  })
}

/** Uniqueness as Chorus Pro has it: SIREN of the supplier, number, year of issue. */
async function earlierTwin({ id, supplierSiren, number, issuedDay, worksPiece }: Invoice) {
  return (
    Invoice.query()
      .where({ supplierSiren, number })
      // The pieces of one account may keep its number: each is of its own kind
      .where((query) => (worksPiece ? query.where({ worksPiece }) : query.whereNull('worksPiece')))
      .whereRaw('extract(year from issued_on) = ?', [Number(issuedDay.slice(0, 4))])
      .where('id', '<', id)
      .orderBy('id')
      .first()
  )
}
