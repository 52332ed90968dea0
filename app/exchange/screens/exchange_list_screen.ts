import { tenancy } from '#kernel/tenancy'
import type { ListDeclaration } from '#web/list/index'
import { exchangesIndexed } from '../indexed.js'
import { STATES, type ExchangeState } from '../models/exchange_lifecycle.js'

interface Row {
  id: string
  kind: 'send' | 'ask'
  state: ExchangeState
  title: string
  expires_at: Date
}

const KINDS = { send: 'Envoi', ask: 'Demande' }

/** The exchanges of the member in context, at the address `base`. */
export const exchangeList = (base: string): ListDeclaration<Row> => ({
  name: 'exchange.exchanges',
  caption: 'Échanges',
  words: ['échange', 'échanges'],
  id: 'exchanges.id',
  from: allExchanges,
  keepsViews: true,
  columns: [
    { name: 'etat', label: 'État', cell: ({ state }) => ({ state: STATES[state] }) },
    {
      name: 'objet',
      label: 'Objet',
      isTitle: true,
      sort: { sql: 'exchanges.title', kind: 'text' },
      cell: ({ id, title: text, kind }) => ({ text, href: `${base}/${id}`, more: KINDS[kind] }),
    },
    {
      name: 'fin',
      label: 'Dernier jour',
      sort: { sql: 'exchanges.expires_at', kind: 'timestamptz', first: 'desc' },
      cell: ({ expires_at: at }) => ({ at }),
    },
  ],
  filters: [
    { kind: 'words', name: 'q', label: 'Objet ou destinataire', indexed: exchangesIndexed },
    {
      kind: 'choice',
      name: 'etat',
      label: 'État',
      empty: 'Tous',
      options: Object.entries(STATES).map(([value, { label }]) => ({ value, label })),
      narrow: (query, state) => void query.where('exchanges.state', state),
    },
    {
      kind: 'choice',
      name: 'sens',
      label: 'Sens',
      empty: 'Envois et demandes',
      options: Object.entries(KINDS).map(([value, label]) => ({ value, label })),
      narrow: (query, kind) => void query.where('exchanges.kind', kind),
    },
    {
      kind: 'dates',
      name: 'fin',
      label: 'Dernier jour',
      sql: 'exchanges.expires_at',
      of: 'moment',
    },
  ],
})

function allExchanges() {
  const { trx, tenantId } = tenancy.current()!
  return trx
    .from('exchange.exchanges')
    .where('exchanges.tenant_id', tenantId)
    .select('id', 'kind', 'state', 'title', 'expires_at')
}
