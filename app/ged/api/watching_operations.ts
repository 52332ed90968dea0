import vine from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { levelsFor } from '../access/allowed.js'
import { type Deed, deedsFor, type Watched } from '../activity/deeds.js'
import { documentToComment } from '../comments/write_comment.js'
import { twinsIn } from '../twins/twins.js'
import { spaceOf } from './reading_operations.js'

const PAGE = 100

const twinsShape = vine.create({
  sha256: told.text(),
  size: told.count(),
  /** How many places one reads; the first twenty are told. */
  count: told.count(),
  places: vine.array(
    vine.object({ id: told.id(), title: told.text(), space: told.text(), path: told.text() })
  ),
})

const deedShape = vine.create({
  type: told.text(),
  at: told.moment(),
  by: told.oneOf(['person', 'system', 'outside'] as const),
  person: told.id().nullable(),
  element: told.id(),
  title: told.text(),
})

const deeds = { kind: 'list', of: 'GesteDocuments', shape: deedShape } as const
const page = vine.create({
  apres: vine
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
})
const common = { permission: 'ged.read', gestures: [] }

/** What stands twice, and who did what. */
export const watchingOperations: Operation[] = [
  {
    ...common,
    name: 'twins',
    call: 'GET /doublons',
    title: 'Lister les mêmes octets rangés à plusieurs endroits que l’on lit',
    says: 'espace : l’identifiant d’un espace, pour lui seul ; apres : le premier document des derniers reçus.',
    query: vine.create({
      espace: vine.string().uuid().optional(),
      apres: vine.string().uuid().optional(),
    }),
    answer: { kind: 'list', of: 'DoublonsDocuments', shape: twinsShape },
    run: async ({ ctx, query }) => {
      const lists = [...(await levelsFor(ctx)).keys()]
      const spaceId = query.espace ? (await spaceOf(ctx, query.espace)).space.id : null
      const { twins, next } = await twinsIn({ lists, spaceId }, query.apres ?? null)
      return {
        items: twins.map(({ digest: sha256, places, ...one }) => ({
          ...{ sha256, ...one },
          places: places.map(({ accessId: _own, ...place }) => place),
        })),
        next,
      }
    },
  },
  {
    ...common,
    name: 'space_activity',
    call: 'GET /espaces/:space/activite',
    title: 'Lister ce qui s’est fait dans un espace, le dernier d’abord',
    query: page,
    answer: deeds,
    run: async ({ ctx, params, query }) => {
      const { space } = await spaceOf(ctx, params.space)
      return deedsAfter(ctx, { spaceId: space.id }, query.apres)
    },
  },
  {
    ...common,
    name: 'document_activity',
    call: 'GET /documents/:document/activite',
    title: 'Lister ce qui s’est fait d’un document, le dernier d’abord',
    query: page,
    answer: deeds,
    run: async ({ ctx, params, query }) => {
      const { id } = await documentToComment(ctx, params.document)
      return deedsAfter(ctx, { nodeId: id }, query.apres)
    },
  },
]

/** Its cursor is the rank of an entry in the journal. */
async function deedsAfter(ctx: HttpContext, watched: Watched, after: string | undefined) {
  const query = (await deedsFor(ctx, watched))()
  if (after) query.where('entries.position', '<', after)
  const rows: Deed[] = await query.orderBy('entries.position', 'desc').limit(PAGE + 1)
  const shown = rows.slice(0, PAGE)
  return {
    items: shown.map((row) => ({
      ...{ type: row.type, at: row.at.toISOString(), by: row.actor_kind },
      person: row.actor_kind === 'person' ? row.actor_id : null,
      ...{ element: row.subject_id, title: row.title },
    })),
    next: rows.length > PAGE ? String(shown.at(-1)!.position) : null,
  }
}
