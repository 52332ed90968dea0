import type { Column, Filter, ListDeclaration } from '#web/list/index'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { foldersIndexed } from '../indexed.js'
import { FOLDER_STATES, STEP_WORDS } from '../rules/words.js'
import { folderLines, type FolderLine } from './folder_lines.js'
import { FOLDER_GESTURES } from './folder_gestures.js'
import type { Choices } from './folder_choices.js'
import { actedOn, waitingAt, whollyRead, withStep } from './folder_queries.js'
import { zippedFolders } from './folder_archive.js'

const DUE = `coalesce(folders.due_on, 'infinity'::date)`

/** What the list of one person is made of. */
export interface Desk {
  base: string
  userId: string
  /** The desks for which she acts today. */
  desks: string[]
  choices: Choices
}

/** The folders of the parapheur, as one person finds them on her desk. */
export const folderList = (desk: Desk): ListDeclaration<FolderLine> => ({
  name: 'parapheur.folders',
  caption: 'Dossiers du parapheur',
  words: ['dossier', 'dossiers'],
  id: 'folders.id',
  from: allFolders,
  complete: (rows) => folderLines(rows, desk),
  gestures: FOLDER_GESTURES,
  archive: { name: 'dossiers-du-parapheur', permission: 'parapheur.read', of: zippedFolders },
  keepsViews: true,
  columns: columns(desk.base),
  filters: filters(desk),
})

const columns = (base: string): Column<FolderLine>[] => [
  {
    name: 'etat',
    label: 'État',
    cell: ({ state, isLate }) => ({
      state: isLate ? { label: 'En retard', meaning: 'trouble' } : FOLDER_STATES[state],
    }),
  },
  {
    name: 'dossier',
    label: 'Dossier',
    isTitle: true,
    sort: { sql: 'folders.title_key', kind: 'text' },
    cell: ({ id, title, circuit_name: circuit, opener }) => ({
      text: title,
      href: `${base}/dossiers/${id}`,
      more: opener ? `${circuit}. Ouvert par ${opener}` : circuit,
    }),
  },
  {
    name: 'circuit',
    label: 'Circuit',
    inFileOnly: true,
    cell: ({ circuit_name: text }) => ({ text }),
  },
  {
    name: 'attend',
    label: 'Attend',
    sort: { sql: 'folders.holder_key', kind: 'text' },
    cell: ({ kind, desk, reading }) => ({
      text: kind ? `${STEP_WORDS[kind].noun}, ${desk}` : '–',
      more: reading ?? undefined,
    }),
    exported: ({ kind, desk }) => (kind ? `${STEP_WORDS[kind].noun}, ${desk}` : ''),
  },
  {
    name: 'depuis',
    label: 'Depuis',
    sort: { sql: 'folders.moved_at', kind: 'timestamptz' },
    cell: ({ moved_at: at }) => ({ at }),
  },
  {
    name: 'ouvert',
    label: 'Ouvert',
    inFileOnly: true,
    sort: { sql: 'folders.created_at', kind: 'timestamptz', first: 'desc' },
    cell: ({ created_at: at }) => ({ at }),
  },
  {
    name: 'par',
    label: 'Ouvert par',
    inFileOnly: true,
    cell: ({ opener }) => ({ text: opener ?? '' }),
  },
  {
    name: 'echeance',
    label: 'Échéance',
    sort: { sql: DUE, kind: 'date' },
    cell: ({ due_on: day }) => (day ? { day } : { text: 'Sans date limite' }),
    exported: ({ due_on: day }) => day?.split('-').reverse().join('/') ?? '',
  },
]

const filters = ({ desks, userId, choices }: Desk): Filter[] => [
  {
    kind: 'tabs',
    name: 'vue',
    options: [
      { value: 'todo', label: 'À traiter' },
      { value: 'late', label: 'En retard' },
      { value: 'done', label: 'Traités par moi' },
      { value: 'all', label: 'Tous les dossiers' },
    ],
    narrow(query, view) {
      if (view === 'todo' || view === 'late') query.whereIn('folders.id', waitingAt(desks))
      if (view === 'late') query.where('folders.due_on', '<', clock.today().toString())
      if (view === 'done') query.whereIn('folders.id', actedOn(userId))
    },
  },
  { kind: 'words', name: 'q', label: 'Mots du dossier', indexed: foldersIndexed },
  {
    kind: 'choice',
    name: 'lecture',
    label: 'Lecture',
    empty: 'Lus ou non',
    options: [
      { value: 'lus', label: 'Lus par moi' },
      { value: 'a-lire', label: 'À lire' },
    ],
    narrow: (query, value) =>
      void query.whereRaw(`${value === 'lus' ? '' : 'not '}${whollyRead}`, [userId]),
  },
  {
    kind: 'choice',
    name: 'attend',
    label: 'Geste attendu',
    empty: 'Tous',
    options: Object.entries(STEP_WORDS).map(([value, { noun }]) => ({ value, label: noun })),
    narrow: (query, kind) => void query.whereIn('folders.id', withStep({ kind })),
  },
  {
    kind: 'choice',
    name: 'bureau',
    label: 'Chez',
    empty: 'Tous les bureaux',
    options: choices.desks,
    narrow: (query, desk) => void query.whereIn('folders.id', waitingAt([desk])),
  },
  {
    kind: 'choice',
    name: 'circuit',
    label: 'Circuit',
    empty: 'Tous',
    options: choices.circuits,
    narrow: (query, name) => void query.where('folders.circuit_name', name),
  },
  {
    kind: 'choice',
    name: 'etat',
    label: 'État',
    empty: 'Tous',
    options: Object.entries(FOLDER_STATES).map(([value, { label }]) => ({ value, label })),
    narrow: (query, state) => void query.where('folders.state', state),
  },
  { kind: 'dates', name: 'ouvert', label: 'Ouvert', sql: 'folders.created_at', of: 'moment' },
  { kind: 'dates', name: 'echeance', label: 'Échéance', sql: 'folders.due_on', of: 'day' },
  { kind: 'person', name: 'par', label: 'Ouvert par', sql: 'folders.opened_by' },
]

// Plain rows of one table: the step of fifty lines is asked once they are known
function allFolders() {
  const { trx, tenantId } = tenancy.current()!
  return trx
    .from('parapheur.folders')
    .where('folders.tenant_id', tenantId)
    .select('folders.id', 'title', 'state', 'circuit_name', 'opened_by', 'moved_at', 'created_at')
    .select(trx.raw('due_on::text'))
}
