import { tenancy } from '#kernel/tenancy'
import { STATES, type InvoiceState } from '#lib/einvoice/lifecycle'
import type { ListDeclaration } from '#web/list/index'
import { INVOICE_GESTURES } from '../gestures.js'
import { invoicesIndexed } from '../indexed.js'
import { zippedInvoices } from '../zipped_invoices.js'
import { amountWords } from '../readable/words.js'
import { FOLLOWED } from '../rules/followed.js'
import { shownState, STATE_WORDS } from '../rules/state_words.js'
import type { WorksPieceName } from '../rules/works.js'

export interface InvoiceRow {
  id: string
  state: InvoiceState
  number: string
  supplier_name: string
  supplier_siret: string
  engagement: string | null
  service_code: string | null
  amount_due: string
  currency: string
  deposited_at: Date
  due_on: string | null
  in_signature: boolean
  works_piece: WorksPieceName | null
  is_duplicate: boolean
}

const ON_OUR_DESK: InvoiceState[] = ['available', 'completed', 'service_done']

/** The tray of invoices, at the address `base`. */
export const invoiceList = (base: string): ListDeclaration<InvoiceRow> => ({
  name: 'invoicing.invoices',
  caption: 'Factures reçues',
  words: ['facture', 'factures'],
  id: 'invoices.id',
  from: allInvoices,
  gestures: INVOICE_GESTURES,
  archive: { name: 'factures', permission: 'invoicing.read', of: zippedInvoices },
  keepsViews: true,
  columns: [
    {
      name: 'etat',
      label: 'État',
      cell: ({
        state,
        in_signature: isSigning,
        works_piece: worksPiece,
        is_duplicate: isTwin,
      }) => ({
        state: shownState(state, { isSigning, worksPiece }),
        more: isTwin ? 'déjà reçue' : undefined,
      }),
    },
    {
      name: 'fournisseur',
      label: 'Fournisseur',
      isTitle: true,
      cell: ({ id, supplier_name: text, number: more }) => ({ text, href: `${base}/${id}`, more }),
    },
    { name: 'numero', label: 'Numéro', inFileOnly: true, cell: ({ number: text }) => ({ text }) },
    {
      name: 'siret',
      label: 'SIRET',
      inFileOnly: true,
      cell: ({ supplier_siret: text }) => ({ text }),
    },
    {
      name: 'service',
      label: 'Service',
      inFileOnly: true,
      cell: ({ service_code: code }) => ({ text: code ?? '' }),
    },
    {
      name: 'engagement',
      label: 'Engagement',
      inFileOnly: true,
      cell: ({ engagement: text }) => ({ text: text ?? '' }),
    },
    {
      name: 'montant',
      label: 'À payer',
      cell: ({ amount_due: amount, currency, service_code: more }) => ({
        text: amountWords(amount, currency),
        more: more ?? undefined,
      }),
    },
    {
      name: 'echeance',
      label: 'Avant le',
      sort: { sql: 'invoices.due_key', kind: 'date' },
      cell: ({ due_on: day }) => ({ day }),
    },
    {
      name: 'recue',
      label: 'Déposée',
      sort: { sql: 'invoices.deposited_at', kind: 'timestamptz', first: 'desc' },
      cell: ({ deposited_at: at }) => ({ at }),
    },
  ],
  filters: [
    { kind: 'words', name: 'q', label: 'Fournisseur ou numéro', indexed: invoicesIndexed },
    {
      kind: 'choice',
      name: 'etat',
      label: 'État',
      empty: 'Tous',
      options: [
        { value: 'ici', label: 'Qui attendent ici' },
        ...STATES.map((value) => ({ value, label: STATE_WORDS[value].label })),
      ],
      narrow: (query, state) =>
        void (state === 'ici'
          ? query.whereIn('invoices.state', ON_OUR_DESK).where('invoices.is_payable', true)
          : query.where('invoices.state', state)),
    },
    { kind: 'dates', name: 'echeance', label: 'À payer', sql: 'invoices.due_key', of: 'day' },
    { kind: 'dates', name: 'recue', label: 'Déposée', sql: 'invoices.deposited_at', of: 'moment' },
    {
      kind: 'choice',
      name: 'suivi',
      label: 'À suivre',
      empty: 'Toutes',
      options: Object.entries(FOLLOWED).map(([value, { label }]) => ({ value, label })),
      narrow: (query, name) => void query.whereRaw(FOLLOWED[name as keyof typeof FOLLOWED].sql),
    },
  ],
})

function allInvoices() {
  const { trx, tenantId } = tenancy.current()!
  return trx
    .from('invoicing.invoices')
    .where('invoices.tenant_id', tenantId)
    .select('id', 'state', 'number', 'supplier_name', 'service_code', 'amount_due', 'currency')
    .select('deposited_at', 'supplier_siret', 'engagement', 'works_piece')
    .select(trx.raw('due_on::text'))
    .select(trx.raw('folder_id is not null as in_signature'))
    .select(trx.raw('duplicate_of is not null as is_duplicate'))
}
