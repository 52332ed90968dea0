import { DateTime } from 'luxon'
import { stateOfChorus } from '#lib/einvoice/lifecycle'
import type { FoundInvoice } from '../gateways/chorus.js'
import Invoice from '../models/invoice.js'
import Status from '../models/status.js'
import { isPaid, pieceNamed } from '../rules/works.js'

/** What has to be asked about the invoices of a page. */
export interface Wanted {
  /** Those whose bytes are not here, by our identifier. */
  bytes: string[]
  /** Those that moved since they were last read. */
  history: string[]
}

/** Keeps the invoices that a search found, in the transaction in context; the same twice is one. */
export async function keepFound(lines: FoundInvoice[]): Promise<Wanted> {
  const wanted: Wanted = { bytes: [], history: [] }
  for (const line of lines) {
    // A draft, or what its supplier has not sent yet, is no concern of the recipient
    if (stateOfChorus(line.statut) === null) continue
    const invoice = (await known(line.idFacture)) ?? (await begin(line))
    if (!invoice.documentId) wanted.bytes.push(invoice.id)
    if (!(await isRead(invoice, line))) wanted.history.push(invoice.id)
  }
  return wanted
}

const known = (id: number) => Invoice.query().where('chorusId', id).first()

async function isRead({ id }: Invoice, line: FoundInvoice): Promise<boolean> {
  const status = stateOfChorus(line.statut)!
  const at = new Date(line.dateHeureEtatCourant)
  return (await Status.query().where({ invoiceId: id, status, at }).first()) !== null
}

/** It begins where every invoice does: its history, read afterwards, leads it on. */
async function begin(line: FoundInvoice): Promise<Invoice> {
  const supplier = line.codeFournisseur.trim()
  const worksPiece = pieceNamed(line.typeFactureTravaux)
  return Invoice.create({
    state: 'deposited',
    chorusId: line.idFacture,
    number: line.numeroFacture,
    issuedOn: DateTime.fromISO(line.dateFacture.slice(0, 10), { zone: 'utc' }),
    type: line.typeFacture ?? 'FACTURE',
    supplierSiret: supplier,
    supplierSiren: supplier.slice(0, 9),
    supplierName: line.designationFournisseur || supplier,
    serviceCode: line.codeServiceExecutant ?? null,
    engagement: line.numeroBonCommande ?? null,
    market: line.numeroMarche ?? null,
    worksPiece,
    isPayable: isPaid(worksPiece),
    currency: line.devise ?? 'EUR',
    amountNet: amount(line.montantHT),
    amountGross: amount(line.montantTTC),
    amountDue: amount(line.montantAPayer ?? line.montantTTC),
    depositedAt: DateTime.fromISO(line.dateDepot),
  })
}

/** Chorus Pro gives numbers of two decimals: their shortest writing is the one that was meant. */
const amount = (value = 0): string => value.toFixed(2)
