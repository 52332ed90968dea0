import vine from '@vinejs/vine'
import { documents } from '#kernel/documents'
import { listQuery, listRows } from '#web/api/list_page'
import type { Operation } from '#web/api/operation'
import { sendFile } from '#web/api/send_file'
import { told } from '#web/api/shapes'
import Invoice from '../models/invoice.js'
import { mustBeAPiece } from '../pieces_of.js'
import { flowList } from '../screens/flow_list_screen.js'
import { invoiceList } from '../screens/invoice_list_screen.js'
import { invoiceAnswer, toldAgain } from './invoice_resource.js'

const list = invoiceList('')
const lineShape = vine.create({
  id: told.id(),
  number: told.text(),
  supplierName: told.text(),
  state: told.text(),
  amountDue: told.text(),
  currency: told.text(),
  dueOn: told.day().nullable(),
  depositedAt: told.moment(),
})
const flowShape = vine.create({
  id: told.id(),
  flowId: told.text(),
  name: told.text(),
  /** `In` or `Out`, as seen from us. */
  direction: told.text(),
  /** `Pending`, `Ok`, `Error`. */
  acknowledgement: told.text(),
  reasons: vine.array(told.text()),
  changedAt: told.moment(),
})
const common = { permission: 'invoicing.read', gestures: [] }

export const readingOperations: Operation[] = [
  {
    ...common,
    name: 'list',
    call: 'GET /',
    title: 'Lister les factures reçues',
    query: listQuery(list),
    answer: { kind: 'list', of: 'LigneFacture', shape: lineShape },
    run: ({ query }) =>
      listRows(list, query, (row) => ({
        id: row.id,
        number: row.number,
        supplierName: row.supplier_name,
        state: row.state,
        amountDue: row.amount_due,
        currency: row.currency,
        dueOn: row.due_on,
        depositedAt: new Date(row.deposited_at).toISOString(),
      })),
  },
  {
    ...common,
    name: 'list_flows',
    call: 'GET /flux',
    title: 'Lister les flux de la plateforme agréée et leurs accusés',
    query: listQuery(flowList),
    answer: { kind: 'list', of: 'Flux', shape: flowShape },
    run: ({ query }) =>
      listRows(flowList, query, (row) => ({
        id: row.id,
        flowId: row.flow_id,
        name: row.name,
        direction: row.direction,
        acknowledgement: row.acknowledgement,
        reasons: row.reasons.map((one: { reasonCode: string }) => one.reasonCode),
        changedAt: new Date(row.changed_at).toISOString(),
      })),
  },
  {
    ...common,
    name: 'read',
    call: 'GET /:id',
    title: 'Lire une facture, ses contrôles et son délai',
    answer: invoiceAnswer(),
    run: ({ params }) => toldAgain(params.id),
  },
  {
    ...common,
    name: 'file',
    call: 'GET /:id/documents/:document',
    title: 'Télécharger un fichier d’une facture',
    answer: { kind: 'file', says: 'Les octets du fichier' },
    async run({ params, ctx }) {
      const id = mustBeAPiece(await Invoice.get(params.id), params.document)
      await sendFile(ctx, await documents.find(id))
    },
  },
]
