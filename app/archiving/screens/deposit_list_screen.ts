import type { ListDeclaration } from '#web/list/index'
import { tenancy } from '#kernel/tenancy'
import { DEPOSIT_GESTURES } from '../gestures.js'
import { depositsIndexed } from '../indexed.js'
import { depositLifecycle, type DepositState } from '../models/deposit_lifecycle.js'
import { zippedProofs } from '../zipped_proofs.js'
import { DEPOSIT_GROUPS, STATE_WORDS } from './deposit_words.js'

export interface DepositRow {
  id: string
  state: DepositState
  title: string
  reference: string
  created_at: Date
  archive_identifier: string | null
}

const REFERENCE = `coalesce(description->>'reference', message_identifier)`

const groups = Object.entries(DEPOSIT_GROUPS)

/** The list of what was deposited, at the address `base`. */
export const depositList = (base: string): ListDeclaration<DepositRow> => ({
  name: 'archiving.deposits',
  caption: 'Versements',
  words: ['versement', 'versements'],
  id: 'deposits.id',
  from: allDeposits,
  gestures: DEPOSIT_GESTURES,
  archive: { name: 'preuves', permission: 'archiving.read', of: zippedProofs },
  keepsViews: true,
  columns: [
    { name: 'etat', label: 'État', cell: ({ state }) => ({ state: STATE_WORDS[state] }) },
    {
      name: 'dossier',
      label: 'Dossier',
      isTitle: true,
      sort: { sql: 'deposits.title_key', kind: 'text' },
      cell: ({ id, title, reference: more }) => ({
        text: title,
        href: `${base}/versements/${id}`,
        more,
      }),
    },
    {
      name: 'reference',
      label: 'Référence',
      inFileOnly: true,
      cell: ({ reference: text }) => ({ text }),
    },
    {
      name: 'demande',
      label: 'Demandé',
      sort: { sql: 'deposits.created_at', kind: 'timestamptz', first: 'desc' },
      cell: ({ created_at: at }) => ({ at }),
    },
    {
      name: 'cote',
      label: 'Cote',
      cell: ({ archive_identifier: cote }) => ({ text: cote ?? '–', mono: true }),
    },
  ],
  filters: [
    {
      kind: 'words',
      name: 'q',
      label: 'Mots du titre, référence',
      indexed: depositsIndexed,
    },
    {
      kind: 'choice',
      name: 'etat',
      label: 'État',
      empty: 'Tous',
      options: [
        ...groups.map(([value, { label }]) => ({ value, label })),
        ...depositLifecycle.states.map((value) => ({ value, label: STATE_WORDS[value].label })),
      ],
      narrow: (query, state) => void query.whereIn('deposits.state', statesOf(state)),
    },
    { kind: 'dates', name: 'demande', label: 'Demandé', sql: 'deposits.created_at', of: 'moment' },
  ],
})

/** The states of a group, or the one state that was chosen. */
const statesOf = (value: string): string[] => {
  const group = groups.find(([name]) => name === value)
  return group ? [...group[1].states] : [value]
}

/** The deposits of the tenant in context, as a list shows them; in no order. */
export function allDeposits() {
  const { trx, tenantId } = tenancy.current()!
  return trx
    .from('archiving.deposits')
    .where('deposits.tenant_id', tenantId)
    .select('id', 'state', 'title', 'created_at', 'archive_identifier')
    .select(trx.raw(`${REFERENCE} as reference`))
}
