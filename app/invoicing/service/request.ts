import { openFolder, withdrawFolder } from '#rooms/parapheur'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { tasks } from '#kernel/tasks'
import { tenants } from '#kernel/tenant'
import { LocalDate } from '#lib/values'
import { InSignature, InvoiceNotRead, NotPaid, NotToCertify } from '../errors.js'
import { fromDay } from '../days.js'
import type Invoice from '../models/invoice.js'
import { keepDue } from '../pulling/follow.js'
import { amountWords, dayWords } from '../readable/words.js'
import { drawCertificate } from './draw_certificate.js'

/** The type of folder of tenants/blueprints. */
const FOLDER_TYPE = 'facture'

/**
 * Sends the certificat de service fait of an invoice to whoever knows whether the work was done, the
 * invoice beside it; in the transaction in context, on an invoice that is held.
 * @throws E_INVOICING_NOT_PAID, E_INVOICING_NOT_TO_CERTIFY, E_INVOICING_IN_SIGNATURE, E_INVOICING_NOT_RECEIVED, E_NO_CIRCUIT
 */
export async function requestService(invoice: Invoice, doneOn: LocalDate, by: Actor) {
  if (invoice.isPreparatory) throw new NotPaid()
  if (!invoice.allows('certify')) throw new NotToCertify()
  if (invoice.folderId) throw new InSignature()
  if (!invoice.documentId || !invoice.outcome) throw new InvoiceNotRead()
  invoice.serviceDoneOn = fromDay(doneOn)
  await keepDue(invoice)
  const certificate = await documents.store(await certificateOf(invoice, doneOn), {
    name: `service-fait-${invoice.number}.pdf`,
  })
  const { folderId } = await openFolder({
    title: `Service fait : ${invoice.title}`,
    documents: [
      { documentId: certificate.id, toSign: true },
      { documentId: await annexeOf(invoice), toSign: false },
    ],
    origin: { capability: 'invoicing', id: invoice.id },
    type: FOLDER_TYPE,
    dueOn: dueDay(invoice),
    by,
  })
  await invoice
    .merge({ folderId, certificateDocumentId: certificate.id, notDoneReason: null })
    .save()
  await tasks.close(`invoicing.certify:${invoice.id}`)
  await journal.append({
    type: 'invoicing.invoice_service_requested',
    subject: invoice.ref,
    actor: by,
    data: { folderId, doneOn: doneOn.toString(), sha256: certificate.sha256 },
  })
}

/** Takes the certificate back from the parapheur; nothing was signed. */
export async function withdrawService(invoice: Invoice, by: Actor): Promise<void> {
  if (!invoice.isInSignature || !invoice.allows('certify')) throw new NotToCertify()
  await withdrawFolder(invoice.folderId!, by.id!)
  await invoice.merge({ folderId: null, certificateDocumentId: null }).save()
}

/** The bytes received when people can read them; else what we drew of them. */
async function annexeOf(invoice: Invoice): Promise<string> {
  const { id, mediaType } = await documents.find(invoice.documentId!)
  return mediaType === 'application/pdf' ? id : (invoice.readableDocumentId ?? id)
}

/** A folder that is late already is due today. */
function dueDay({ dueOn }: Invoice): LocalDate | undefined {
  if (!dueOn) return undefined
  const due = LocalDate.parse(dueOn.toISODate()!)
  return due.isBefore(clock.today()) ? clock.today() : due
}

async function certificateOf(invoice: Invoice, doneOn: LocalDate): Promise<Buffer> {
  const { name, accent } = await tenants.current()
  const rows: [string, string | null][] = [
    ['Fournisseur', `${invoice.supplierName} (SIRET ${invoice.supplierSiret})`],
    ['Facture', `${invoice.number} du ${dayWords(invoice.issuedDay)}`],
    ['Montant', `${amountWords(invoice.amountGross, invoice.currency)} toutes taxes comprises`],
    ['À payer', amountWords(invoice.amountDue, invoice.currency)],
    ['Engagement', invoice.engagement],
    ['Service', invoice.serviceCode],
    ['Chorus Pro', String(invoice.chorusId)],
  ]
  return drawCertificate({
    collectivite: name,
    accent,
    day: clock.today().toString(),
    title: invoice.title,
    facts: rows.filter((row): row is [string, string] => Boolean(row[1])),
    doneOn: doneOn.toFrench(),
  })
}
