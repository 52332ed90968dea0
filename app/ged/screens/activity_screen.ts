import type { HttpContext } from '@adonisjs/core/http'
import { people } from '#kernel/people'
import type { ListDeclaration } from '#web/list/index'
import { addressOf } from '../nodes/addresses.js'
import { type Deed, deedsFor, DOER, type Watched } from '../activity/deeds.js'
import { DEED_KINDS, DEEDS } from '../rules/deeds.js'

type Row = Deed & { who?: string }

/** Who did what, and when, in a space or of a document. */
export async function activityList(
  ctx: HttpContext,
  watched: Watched,
  title: string
): Promise<ListDeclaration<Row>> {
  return {
    name: 'ged.activity',
    caption: `Ce qui s’est fait : ${title}`,
    words: ['geste', 'gestes'],
    id: 'entries.subject_id',
    from: await deedsFor(ctx, watched),
    complete: withNames,
    order: '-quand',
    columns: [
      {
        name: 'quoi',
        label: 'Quoi',
        isTitle: true,
        cell: ({ type }) => ({ text: DEEDS[type] }),
      },
      {
        name: 'element',
        label: 'Élément',
        cell: (row) => ({
          text: row.title,
          more: row.deleted_at ? 'À la corbeille' : row.kind === 'folder' ? 'Dossier' : undefined,
          href: row.deleted_at
            ? undefined
            : addressOf(ctx.tenant, { kind: row.kind, id: row.subject_id }),
        }),
      },
      { name: 'qui', label: 'Par', cell: ({ who }) => ({ text: who! }) },
      {
        name: 'quand',
        label: 'Le',
        // The journal is written in the order of time, and is read by its ranks
        sort: {
          sql: 'entries.position',
          kind: 'bigint',
          ways: ['ancien d’abord', 'récent d’abord'],
        },
        cell: ({ at }) => ({ at }),
      },
    ],
    filters: [
      {
        kind: 'choice',
        name: 'geste',
        label: 'Geste',
        empty: 'Tous les gestes',
        options: DEED_KINDS.map(({ value, label }) => ({ value, label })),
        narrow: (query, kind) => {
          const types = DEED_KINDS.find(({ value }) => value === kind)?.types ?? []
          query.whereIn('entries.type', types)
        },
      },
      { kind: 'person', name: 'qui', label: 'Par', sql: DOER },
      { kind: 'dates', name: 'fait', label: 'Fait', sql: 'entries.at', of: 'moment' },
    ],
  }
}

async function withNames(rows: Deed[]): Promise<Row[]> {
  const ids = rows.flatMap((row) => (row.actor_kind === 'person' ? (row.actor_id ?? []) : []))
  const names = await people.names(ids)
  return rows.map((row) => ({ ...row, who: doerOf(row, names) }))
}

/** Whoever did it, as a line says it. */
export const doerOf = (row: Pick<Deed, 'actor_kind' | 'actor_id'>, names: Map<string, string>) =>
  row.actor_kind === 'person'
    ? (names.get(row.actor_id ?? '') ?? 'Une personne partie')
    : row.actor_kind === 'outside'
      ? 'Quelqu’un du dehors'
      : 'La plateforme'
