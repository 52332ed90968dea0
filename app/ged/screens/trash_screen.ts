import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { levelsFor } from '../access/allowed.js'
import Node from '../nodes/node.js'
import { TRASH_DAYS } from '../nodes/trash.js'
import { reaches } from '../rules/levels.js'

const SHOWN = 100

/** What the person of a request may put back: what was thrown away where she may change things. */
export async function trashScreen(ctx: HttpContext, after: string | null) {
  const { tenant } = ctx
  const levels = await levelsFor(ctx)
  const lists = [...levels].filter(([, level]) => reaches(level, 'editor')).map(([id]) => id)
  const query = Node.query()
    .whereColumn('deleted_with', 'id')
    .whereIn('access_id', lists)
    .orderBy('id', 'desc')
    .limit(SHOWN + 1)
  const nodes = await (after ? query.where('id', '<', after) : query)
  const lines = nodes.slice(0, SHOWN).map((node) => ({
    name: node.name,
    isFolder: node.kind === 'folder',
    since: node.deletedAt,
    until: node.deletedAt!.plus({ days: TRASH_DAYS }),
    restores: `${here('ged.trash.destroy', { tenant, id: node.id })}?_method=DELETE`,
  }))
  return {
    lines,
    next: nodes.length > SHOWN ? `?apres=${lines.length ? nodes[SHOWN - 1].id : ''}` : null,
    home: here('ged.spaces.index', { tenant }),
  }
}
