import { tenancy } from '#kernel/tenancy'
import type { ListDeclaration } from '#web/list/index'
import { INVOICED_SQL, OWED_SQL } from '../before_paying/order_check.js'
import { amountWords } from '../readable/words.js'

export interface OrderRow {
  id: string
  number: string
  supplier_name: string
  supplier_siren: string | null
  label: string
  amount_gross: string
  invoiced: string
  rest: string
}

const STATES = {
  spent: { label: 'Épuisée', meaning: 'plain' },
  over: { label: 'Dépassée', meaning: 'trouble' },
  left: { label: 'En cours', meaning: 'doing' },
} as const

const stateOf = ({ rest }: OrderRow) =>
  STATES[rest.startsWith('-') ? 'over' : Number(rest) === 0 ? 'spent' : 'left']

/** The orders of a member, with what was invoiced of each. */
export const orderList: ListDeclaration<OrderRow> = {
  name: 'invoicing.orders',
  caption: 'Commandes',
  words: ['commande', 'commandes'],
  id: 'orders.id',
  from: allOrders,
  columns: [
    { name: 'etat', label: 'État', cell: (row) => ({ state: stateOf(row) }) },
    {
      name: 'numero',
      label: 'Numéro',
      isTitle: true,
      cell: ({ number: text, label }) => ({ text, more: label || undefined }),
    },
    {
      name: 'fournisseur',
      label: 'Fournisseur',
      cell: ({ supplier_name: text, supplier_siren: siren }) => ({
        text,
        more: siren ?? undefined,
      }),
    },
    {
      name: 'commande',
      label: 'Commandé',
      cell: ({ amount_gross: amount }) => ({ text: amountWords(amount) }),
    },
    {
      name: 'facture',
      label: 'Facturé',
      cell: ({ invoiced }) => ({ text: amountWords(invoiced) }),
    },
    { name: 'reste', label: 'Reste', cell: ({ rest }) => ({ text: amountWords(rest) }) },
  ],
  filters: [
    {
      kind: 'words',
      name: 'q',
      label: 'Numéro ou fournisseur',
      columns: ['orders.number', 'orders.supplier_name', 'orders.label'],
    },
  ],
}

function allOrders() {
  const { trx, tenantId } = tenancy.current()!
  const invoiced = `(select ${INVOICED_SQL} from invoicing.invoices billed
    where billed.tenant_id = orders.tenant_id and billed.engagement = orders.number and ${OWED_SQL})`
  return trx
    .from('invoicing.purchase_orders as orders')
    .where('orders.tenant_id', tenantId)
    .select('orders.id', 'orders.number', 'orders.supplier_name', 'orders.supplier_siren')
    .select('orders.label')
    .select(trx.raw(`round(orders.amount_gross, 2)::text as amount_gross`))
    .select(trx.raw(`round(${invoiced}, 2)::text as invoiced`))
    .select(trx.raw(`round(orders.amount_gross - ${invoiced}, 2)::text as rest`))
}
