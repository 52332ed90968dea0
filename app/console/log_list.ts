import { gathered } from '#web/list/gathered'
import type { ListDeclaration } from '#web/list/index'
import { LOG_WORDS, readLog, type LogRow } from './log_entries.js'

export const LOG = '/exploitation/provisionnement'

const SHAPE = {
  id: 'uuid',
  at: 'timestamptz',
  what: 'text',
  member: 'uuid',
  name: 'text',
  who: 'text',
  details: 'text',
} as const

/** What operators did to members, read in the members' own journals; each line is one entry. */
export async function logList(): Promise<ListDeclaration<LogRow>> {
  const rows = await readLog()
  return {
    name: 'console.log',
    scope: 'platform',
    caption: 'Journal du provisionnement',
    words: ['geste', 'gestes'],
    id: 'log.id',
    from: () => gathered('log', SHAPE, rows),
    order: '-quand',
    keepsViews: true,
    columns: [
      {
        name: 'quand',
        label: 'Quand',
        sort: { sql: 'log.at', kind: 'timestamptz', first: 'desc' },
        cell: ({ at }) => ({ at: new Date(at) }),
      },
      {
        name: 'membre',
        label: 'Membre',
        isTitle: true,
        sort: { sql: 'kernel.folded(log.name)', kind: 'text' },
        cell: ({ name, member }) => ({ text: name, href: `/exploitation/membres/${member}` }),
      },
      {
        name: 'fait',
        label: 'Fait',
        cell: ({ what, details }) => ({ text: LOG_WORDS[what], more: details || undefined }),
      },
      {
        name: 'detail',
        label: 'Détail',
        inFileOnly: true,
        cell: ({ details: text }) => ({ text }),
      },
      { name: 'par', label: 'Par', cell: ({ who }) => ({ text: who ?? 'la plateforme' }) },
    ],
    filters: [
      { kind: 'words', name: 'q', label: 'Membre ou personne', columns: ['log.name', 'log.who'] },
      {
        kind: 'choice',
        name: 'fait',
        label: 'Fait',
        empty: 'Tout',
        options: Object.entries(LOG_WORDS).map(([value, label]) => ({ value, label })),
        narrow: (query, what) => void query.where('log.what', what),
      },
      { kind: 'dates', name: 'quand', label: 'Quand', sql: 'log.at', of: 'moment' },
    ],
  }
}
