import { pageFor, type Source } from '#web/search'
import { ofEntries, readQuestion } from '../search/question.js'
import { TELLING } from '../search/hits.js'
import { nodesIndexed, permissionOf } from '../search/indexed.js'
import { withoutWords } from '../search/without_words.js'

/**
 * Of some documents of the tenant in context, those that answer to a search and stand below some
 * lists of rights. Nothing is righted: what somebody keeps is what she meant.
 */
export async function foundAmong(
  words: string,
  lists: string[],
  nodeIds: string[]
): Promise<string[]> {
  const { asked, only } = await readQuestion(words)
  const among = { sql: 'node.id = any(?::uuid[])', bindings: [nodeIds] }
  const both = only ? and(only, among) : among
  const limit = nodeIds.length
  const { best } = await pageFor(
    { kind: nodesIndexed.kind, permissions: lists.map(permissionOf) },
    asked,
    {
      ...{ limit, telling: TELLING, among: nodeIds, only: only && ofEntries(only) },
      otherwise: asked.isTooCommon
        ? undefined
        : withoutWords(lists, { only: both, excluded: asked.excluded, limit }),
    }
  )
  return best.map(({ told }) => told.id)
}

const and = (one: Source, other: Source): Source => ({
  sql: `${one.sql} and ${other.sql}`,
  bindings: [...one.bindings, ...other.bindings],
})
