import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { documents } from '#kernel/documents'
import { WORDS } from '#lib/einvoice/lifecycle'
import { API_ROOT } from '#web/api/registry'
import { fileShape, told, toldFile } from '#web/api/shapes'
import { clockPiece } from '../archive/pieces.js'
import Invoice from '../models/invoice.js'
import { piecesOf } from '../pieces_of.js'

/** What a program is told of an invoice. */
export const invoiceShape = vine.create({
  id: told.id(),
  chorusId: told.text(),
  number: told.text(),
  issuedOn: told.day(),
  type: told.text(),
  supplierSiret: told.text(),
  supplierName: told.text(),
  engagement: told.text().nullable(),
  currency: told.text(),
  amountNet: told.text(),
  amountGross: told.text(),
  amountDue: told.text(),
  state: told.text(),
  stateLabel: told.text(),
  /** The same in the words of Chorus Pro. */
  chorusStatus: told.text(),
  mandat: told.text().nullable(),
  /** `valid`, `invalid`, `unreadable`; null until it is read. */
  verdict: told.text().nullable(),
  rules: vine.array(
    vine.object({
      id: told.text(),
      set: told.text(),
      term: told.text(),
      severity: told.text(),
      message: told.text(),
    })
  ),
  startsOn: told.day().nullable(),
  dueOn: told.day().nullable(),
  daysLate: told.count(),
  duplicateOf: told.id().nullable(),
  /** In French, what holds it up. */
  trouble: told.text().nullable(),
  files: vine.array(vine.object({ role: told.text(), file: fileShape.clone() })),
})

/** An invoice with its verdict, its delay and its files. */
export async function toldInvoice(invoice: Invoice): Promise<Infer<typeof invoiceShape>> {
  const pieces = piecesOf(invoice)
  const found = await documents.findMany(pieces.map(({ id }) => id))
  const roles = new Map(pieces.map(({ id, role }) => [id, role]))
  const { startsOn, dueOn, daysLate } = await clockPiece(invoice)
  const here = `${API_ROOT}/factures/${invoice.id}/documents`
  return {
    id: invoice.id,
    chorusId: String(invoice.chorusId),
    number: invoice.number,
    issuedOn: invoice.issuedDay,
    type: invoice.type,
    supplierSiret: invoice.supplierSiret,
    supplierName: invoice.supplierName,
    engagement: invoice.engagement ?? null,
    currency: invoice.currency,
    amountNet: invoice.amountNet,
    amountGross: invoice.amountGross,
    amountDue: invoice.amountDue,
    state: invoice.state,
    stateLabel: invoice.shownState.label,
    chorusStatus: WORDS[invoice.state].chorus,
    mandat: invoice.mandat ?? null,
    verdict: invoice.outcome?.verdict ?? null,
    rules: (invoice.outcome?.rules ?? []).map(({ id, set, term, severity, message }) => ({
      ...{ id, set, term, severity, message },
    })),
    startsOn: startsOn?.toString() ?? null,
    dueOn: dueOn?.toString() ?? null,
    daysLate,
    duplicateOf: invoice.duplicateOf ?? null,
    trouble: invoice.trouble ?? null,
    files: found.map((file) => ({
      role: roles.get(file.id)!,
      file: toldFile(file, `${here}/${file.id}`),
    })),
  }
}

/** The invoice again after a gesture. */
export const toldAgain = async (id: string) => toldInvoice(await Invoice.get(id))

export const invoiceAnswer = (status: 200 | 202 = 200) => ({
  kind: 'thing' as const,
  of: 'Facture',
  shape: invoiceShape,
  status,
})
