import { kindLabels } from '#console/provisioning/library'
import { SILENT } from '#console/activity/read'
import { systemDb } from '#kernel/system'
import { fileSize, siren as spacedSiren } from '#lib/french/french'
import type { ListDeclaration } from '#web/list/index'
import { MEMBER_GESTURES } from './member_gestures.js'
import { membersCalled } from './members.js'

interface MemberRow {
  id: string
  name: string
  slug: string
  siren: string
  kind: string
  state: 'active' | 'suspended'
  created_at: Date
  last_at: Date | null
  bytes: string | null
}

export const MEMBERS = '/exploitation'

const BYTES = 'coalesce(activity.bytes, 0)'
const STATES = {
  active: { label: 'Ouvert', meaning: 'done' },
  suspended: { label: 'Suspendu', meaning: 'waiting' },
} as const

const IS_SILENT = `tenants.state = 'active' and not exists (
  select 1 from kernel.activity where activity.tenant_id = tenants.id and not ${SILENT})`

/** The members of the platform, as its operator finds them; `kinds` names the kind of each. */
export const memberList = async (): Promise<ListDeclaration<MemberRow>> => {
  const kinds = await kindLabels()
  const kindOf = ({ kind }: MemberRow) => kinds[kind] ?? kind
  return {
    name: 'console.members',
    scope: 'platform',
    caption: 'Membres du syndicat',
    words: ['membre', 'membres'],
    id: 'tenants.id',
    from: allMembers,
    order: 'nom',
    gestures: MEMBER_GESTURES,
    keepsViews: true,
    columns: [
      { name: 'etat', label: 'État', cell: ({ state }) => ({ state: STATES[state] }) },
      {
        name: 'nom',
        label: 'Nom',
        isTitle: true,
        sort: { sql: 'kernel.folded(tenants.name)', kind: 'text' },
        cell: (row) => ({
          text: row.name,
          href: `${MEMBERS}/membres/${row.id}`,
          more: kindOf(row),
        }),
      },
      {
        name: 'genre',
        label: 'Type',
        inFileOnly: true,
        sort: { sql: 'tenants.kind', kind: 'text' },
        cell: (row) => ({ text: kindOf(row) }),
      },
      {
        name: 'siren',
        label: 'SIREN',
        sort: { sql: 'tenants.siren', kind: 'text' },
        cell: ({ siren }) => ({ text: spacedSiren(siren), mono: true }),
        exported: ({ siren }) => siren,
      },
      {
        name: 'adresse',
        label: 'Adresse courte',
        inFileOnly: true,
        cell: ({ slug: text }) => ({ text }),
      },
      {
        name: 'depuis',
        label: 'Membre depuis',
        inFileOnly: true,
        sort: { sql: 'tenants.created_at', kind: 'timestamptz', first: 'desc' },
        cell: ({ created_at: at }) => ({ at }),
      },
      {
        name: 'activite',
        label: 'Dernière activité',
        sort: {
          sql: `coalesce(activity.last_at, '-infinity'::timestamptz)`,
          kind: 'timestamptz',
          first: 'desc',
        },
        cell: ({ last_at: at }) => (at ? { at } : { text: 'aucune' }),
      },
      {
        name: 'volume',
        label: 'Volume',
        sort: { sql: BYTES, kind: 'bigint', first: 'desc' },
        cell: ({ bytes }) => ({ text: fileSize(Number(bytes)), mono: true }),
        exported: ({ bytes }) => Number(bytes),
      },
    ],
    filters: [
      { kind: 'words', name: 'q', label: 'Nom, adresse ou SIREN', find: membersCalled },
      {
        kind: 'choice',
        name: 'activite',
        label: 'Activité',
        empty: 'Toutes',
        options: [{ value: 'aucune', label: 'Sans activité depuis 30 jours' }],
        narrow: (query) => void query.whereRaw(IS_SILENT),
      },
      {
        kind: 'choice',
        name: 'etat',
        label: 'État',
        empty: 'Tous',
        options: Object.entries(STATES).map(([value, { label }]) => ({ value, label })),
        narrow: (query, state) => void query.where('tenants.state', state),
      },
      {
        kind: 'choice',
        name: 'genre',
        label: 'Type',
        empty: 'Tous',
        options: Object.entries(kinds).map(([value, label]) => ({ value, label })),
        narrow: (query, kind) => void query.where('tenants.kind', kind),
      },
      {
        kind: 'dates',
        name: 'depuis',
        label: 'Membre depuis',
        sql: 'tenants.created_at',
        of: 'moment',
      },
    ],
  }
}

const allMembers = () =>
  systemDb()
    .from('kernel.tenants')
    .joinRaw('left join kernel.activity on activity.tenant_id = tenants.id')
    .select('tenants.id', 'name', 'slug', 'siren', 'kind', 'state', 'tenants.created_at', 'last_at')
    .select(systemDb().raw(`${BYTES} as bytes`))
