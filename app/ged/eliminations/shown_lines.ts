import type { HttpContext } from '@adonisjs/core/http'
import { levelsFor } from '../access/allowed.js'
import Node from '../nodes/node.js'
import type Elimination from './elimination.js'
import { EliminationLine } from './elimination.js'

/** What stands for a document that one may not read: that there is one, and nothing of it. */
const HIDDEN = { title: 'Un document d’un lieu que vous ne lisez pas', path: '', type: null }

/**
 * The lines of a list as the person of a request may read them: all to who wrote it, who managed them
 * then; to another, those that she reads now.
 */
export async function shownLines(
  ctx: HttpContext,
  elimination: Elimination
): Promise<{ line: EliminationLine; title: string; path: string; type: string | null }[]> {
  const lines = await EliminationLine.of(elimination.id)
  const readable = await readableOf(ctx, elimination, lines)
  return lines.map((line) => {
    const { title, path, type } = readable.has(line.nodeId) ? line : HIDDEN
    return { line, title, path, type }
  })
}

async function readableOf(
  ctx: HttpContext,
  { openedBy }: Elimination,
  lines: EliminationLine[]
): Promise<Set<string>> {
  const ids = lines.map(({ nodeId }) => nodeId)
  if (openedBy === ctx.actor.id) return new Set(ids)
  const lists = [...(await levelsFor(ctx)).keys()]
  const nodes = await Node.query().whereIn('id', ids).whereIn('access_id', lists)
  return new Set(nodes.map(({ id }) => id))
}
