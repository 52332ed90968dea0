import { DateTime } from 'luxon'
import { tenancy } from '#kernel/tenancy'
import type { ListDeclaration } from '#web/list/index'
import { TRASH_GESTURES } from '../gestures.js'
import { TRASH_DAYS } from '../nodes/trash.js'

interface Row {
  id: string
  kind: 'folder' | 'document'
  name: string
  deleted_at: Date
}

/** What was thrown away where one may change things, and what went with it under one line. */
export const trashList = (lists: string[], { isGuest = false } = {}): ListDeclaration<Row> => ({
  name: 'ged.trash',
  caption: 'Ce qui est à la corbeille',
  words: ['élément', 'éléments'],
  id: 'nodes.id',
  from: () => thrownAway(lists),
  order: '-depuis',
  keepsViews: 'mine',
  gestures: isGuest ? [] : TRASH_GESTURES,
  columns: [
    {
      name: 'nom',
      label: 'Nom',
      isTitle: true,
      sort: { sql: 'nodes.name_key', kind: 'text' },
      cell: ({ name: text, kind }) => ({ text, more: kind === 'folder' ? 'Dossier' : undefined }),
    },
    {
      name: 'depuis',
      label: 'Depuis le',
      sort: { sql: 'nodes.deleted_at', kind: 'timestamptz' },
      cell: ({ deleted_at: at }) => ({ at }),
    },
    {
      name: 'jusque',
      label: 'Jusqu’au',
      cell: ({ deleted_at: at }) => ({
        at: DateTime.fromJSDate(at).plus({ days: TRASH_DAYS }).toJSDate(),
      }),
    },
  ],
  filters: [
    { kind: 'words', name: 'nom', label: 'Nom', columns: ['nodes.title', 'nodes.name'] },
    { kind: 'dates', name: 'jete', label: 'Jeté', sql: 'nodes.deleted_at', of: 'moment' },
  ],
})

function thrownAway(lists: string[]) {
  const { trx, tenantId } = tenancy.current()!
  return trx
    .from('ged.nodes')
    .where('nodes.tenant_id', tenantId)
    .whereNotNull('nodes.deleted_at')
    .whereColumn('nodes.deleted_with', 'nodes.id')
    .whereIn('nodes.access_id', lists)
    .select('nodes.id', 'nodes.kind', 'nodes.name', 'nodes.deleted_at')
}
