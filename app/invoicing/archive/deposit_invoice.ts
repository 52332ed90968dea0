import {
  accessRuleOfInvoice,
  appraisalRuleOfInvoice,
  deposit,
  type DepositedDocument,
} from '#rooms/archiving'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import type { Subject } from '#lib/proof'
import Invoice from '../models/invoice.js'
import { statusesOf, verdictOf } from './pieces.js'

/** Hands a paid invoice over to the archives, with all that was said of it; in the transaction in context. */
export async function depositInvoice(invoiceId: string): Promise<void> {
  const invoice = await Invoice.hold(invoiceId)
  if (invoice.state !== 'paid' || !invoice.documentId) return
  const paidOn = invoice.paidOn?.toISODate() ?? clock.today().toString()
  const { depositId, isAccepted } = await deposit({
    origin: { capability: 'invoicing', id: invoice.id },
    profile: 'factures',
    title: invoice.title.slice(0, 500),
    reference: `${invoice.supplierSiren}-${invoice.number}-${invoice.issuedDay.slice(0, 4)}`,
    description: `Facture reçue par Chorus Pro sous l’identifiant ${invoice.chorusId}.`,
    documentType: invoice.type === 'AVOIR' ? 'Avoir' : 'Facture',
    startDate: invoice.issuedDay,
    endDate: paidOn < invoice.issuedDay ? invoice.issuedDay : paidOn,
    appraisal: appraisalRuleOfInvoice(paidOn),
    access: accessRuleOfInvoice(paidOn),
    proofSubjects: [invoice.ref, ...folderOf(invoice)],
    documents: await documentsOf(invoice),
    by: SYSTEM,
  })
  invoice.archiveReference = depositId
  if (isAccepted) invoice.archivedAt ??= clock.now()
  await invoice.save()
}

/** The circuit that the certificate went through: who said that the work was done. */
const folderOf = ({ folderId }: Invoice): Subject[] =>
  folderId ? [{ capability: 'parapheur', type: 'folder', id: folderId }] : []

async function documentsOf(invoice: Invoice): Promise<DepositedDocument[]> {
  const json = (value: unknown, name: string) =>
    documents.store(Buffer.from(`${JSON.stringify(value, null, 2)}\n`), { name })
  const statuses = await json(await statusesOf(invoice), 'statuses.json')
  const verdict = await json(verdictOf(invoice), 'verdict.json')
  const wanted: [string | null, DepositedDocument['role'], string][] = [
    [invoice.documentId, 'received', 'Facture reçue'],
    [invoice.readableDocumentId, 'readable', 'Lisible de la facture'],
    [invoice.signedDocumentId, 'signed', 'Certificat de service fait'],
    [statuses.id, 'statuses', 'Statuts de la facture'],
    [verdict.id, 'verdict', 'Contrôles de la facture'],
  ]
  const files = await documents.findMany(wanted.flatMap(([id]) => id ?? []))
  const found = new Map(files.map((file) => [file.id, file]))
  return wanted.flatMap(([documentId, role, title]) => {
    const file = documentId ? found.get(documentId) : undefined
    return file ? [{ documentId: file.id, role, title, fileName: file.name }] : []
  })
}
