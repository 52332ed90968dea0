import { tenancy } from '#kernel/tenancy'
import { fileSize } from '#lib/french/french'
import type { ListDeclaration } from '#web/list/index'
import { PLACE_GESTURES } from '../gestures.js'
import { BY_NAME, standingIn } from '../nodes/in_order.js'
import type { Place } from '../nodes/node.js'
import Version from '../nodes/version.js'
import { zippedDocuments } from '../zipped_documents.js'

interface Row {
  id: string
  kind: 'folder' | 'document'
  name: string
  title: string
  created_at: Date
  version?: Version
}

interface Shown {
  title: string
  place: Place
  /** The lists of rights below which she reads: the rest is not there. */
  lists: string[]
  /** Whoever belongs to another member changes things one by one. */
  isGuest: boolean
  hrefOf(row: Pick<Row, 'kind' | 'id'>): string
}

/** What stands in a folder, or in a space at its root. */
export const placeList = (shown: Shown): ListDeclaration<Row> => ({
  name: 'ged.place',
  caption: `Ce que contient « ${shown.title} »`,
  words: ['élément', 'éléments'],
  id: 'nodes.id',
  from: () => nodesAt(shown),
  complete: withVersions,
  order: 'nom',
  // Hers alone, and the same in every folder: what one looks for there does not hang on the place
  keepsViews: 'mine',
  gestures: shown.isGuest ? [] : PLACE_GESTURES,
  archive: {
    name: 'documents',
    permission: 'ged.read',
    of: (ids) => zippedDocuments(ids, shown.lists),
  },
  columns: [
    {
      name: 'nom',
      label: 'Nom',
      isTitle: true,
      sort: { sql: BY_NAME, kind: 'text' },
      cell: (row) => ({
        text: row.title,
        href: shown.hrefOf(row),
        more: row.version ? `${row.name}, version ${row.version.label}` : 'Dossier',
      }),
    },
    { name: 'fichier', label: 'Fichier', inFileOnly: true, cell: ({ name: text }) => ({ text }) },
    {
      name: 'version',
      label: 'Version',
      inFileOnly: true,
      cell: ({ version }) => ({ text: version?.label ?? '' }),
    },
    {
      name: 'taille',
      label: 'Taille',
      cell: ({ version }) => ({ text: version ? fileSize(Number(version.size)) : '–' }),
    },
    {
      name: 'depuis',
      label: 'Depuis le',
      cell: ({ version, created_at: at }) => ({ at: version?.at.toJSDate() ?? at }),
    },
  ],
  filters: [
    { kind: 'words', name: 'nom', label: 'Nom', columns: ['nodes.title', 'nodes.name'] },
    {
      kind: 'choice',
      name: 'sorte',
      label: 'Type',
      empty: 'Dossiers et documents',
      options: [
        { value: 'document', label: 'Documents' },
        { value: 'folder', label: 'Dossiers' },
      ],
      narrow: (query, kind) => void query.where('nodes.kind', kind),
    },
    { kind: 'dates', name: 'ouvert', label: 'Ajouté', sql: 'nodes.created_at', of: 'moment' },
  ],
})

function nodesAt({ place, lists }: Shown) {
  const { trx, tenantId } = tenancy.current()!
  return trx
    .from('ged.nodes')
    .where('nodes.tenant_id', tenantId)
    .where('nodes.space_id', place.spaceId)
    .whereRaw(...standingIn(place))
    .whereNull('nodes.deleted_at')
    .whereIn('nodes.access_id', lists)
    .select('nodes.id', 'nodes.kind', 'nodes.name', 'nodes.title', 'nodes.created_at')
}

async function withVersions(rows: Row[]): Promise<Row[]> {
  const versions = await Version.lastOfEach(rows.map(({ id }) => id))
  return rows.map((row) => ({ ...row, version: versions.get(row.id) }))
}
