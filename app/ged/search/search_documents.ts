import { answersOf, righted, type Answers, type Correction } from '#web/search'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { askedOf, lookedFor, type Asked } from '#lib/french/search/asked'
import { fieldsIn, type AskedField } from '#lib/french/search/fields'
import Node from '../nodes/node.js'
import { synonymsFor } from '../settings.js'
import DocumentType from '../types/document_type.js'
import type { SearchedOwner } from './contexts.js'
import { type Hit, hitsOf } from './hits.js'
import { nodesIndexed, permissionOf } from './indexed.js'
import { keysOf, narrowing, wordsOfFields } from './narrow.js'
import { withoutWords } from './without_words.js'

export interface Found {
  total: number
  hits: Hit[]
  corrected: Correction[]
  /** The words that were looked for. */
  terms: string[]
  /** Nothing was looked for: only words that are everywhere. */
  isTooCommon: boolean
}

/** A search as an owner reads it: its types have fields of their own, and its words other names. */
interface Question {
  asked: Asked
  fields: AskedField[]
}

/**
 * The documents of some owners that answer best to a search with its signs, best first; misspelt
 * words are righted when nothing else answers. Call it outside any transaction.
 */
export async function searchDocuments(
  owners: SearchedOwner[],
  typed: string,
  limit: number
): Promise<Found> {
  let [total, isTooCommon] = [0, askedOf(typed).isTooCommon]
  let [hits, terms, corrected]: [Hit[], string[], Correction[]] = [[], [], []]
  const misses: SearchedOwner[] = []
  for (const owner of owners) {
    const found = await tenancy.run(owner.tenantId, async () =>
      answer(owner, await read(typed), limit)
    )
    if (found.total === 0) misses.push(owner)
    total += found.total
    hits.push(...found.hits)
    terms.push(...found.terms)
    isTooCommon = found.isTooCommon
  }
  for (const owner of total === 0 ? misses : []) {
    const again = await tenancy.run(owner.tenantId, () => answerRighted(owner, typed, limit))
    total += again?.total ?? 0
    hits.push(...(again?.hits ?? []))
    terms.push(...(again?.terms ?? []))
    corrected.push(...(again?.corrected ?? []))
  }
  hits = hits.toSorted((one, other) => other.score - one.score).slice(0, limit)
  corrected = corrected.filter(
    ({ from, to }, at) => at === corrected.findIndex((one) => one.from === from && one.to === to)
  )
  return { total, hits, corrected, terms: [...new Set(terms)], isTooCommon }
}

async function read(typed: string): Promise<Question> {
  const synonyms = synonymsFor(await tenants.current())
  if (!typed.includes(':')) return { asked: askedOf(typed, synonyms), fields: [] }
  const keys = keysOf(await DocumentType.query())
  const { rest, fields } = fieldsIn(typed, (key) => keys.has(key))
  const asked = askedOf(rest, synonyms)
  const terms = [...new Set([...asked.terms, ...wordsOfFields(fields)])]
  return {
    asked: { ...asked, terms, isTooCommon: asked.isTooCommon && fields.length === 0 },
    fields,
  }
}

async function answerRighted(owner: SearchedOwner, typed: string, limit: number) {
  const { asked, fields } = await read(typed)
  if (asked.terms.length === 0) return null
  const other = await righted(scopeOf(owner), asked, typed)
  if (!other) return null
  const again = await answer(owner, { asked: other.asked, fields }, limit)
  return again.total > 0 ? { ...again, corrected: other.corrected } : null
}

const scopeOf = ({ lists }: SearchedOwner) => ({
  kind: nodesIndexed.kind,
  permissions: lists.map(permissionOf),
})

async function answer(owner: SearchedOwner, { asked, fields }: Question, limit: number) {
  const only = fields.length > 0 ? narrowing(fields, await DocumentType.query()) : null
  const { isTooCommon, terms } = asked
  const answers: Answers =
    terms.length > 0
      ? await answersOf(scopeOf(owner), asked, limit, { saidOf, only: only && ofNodes(only) })
      : isTooCommon
        ? { total: 0, best: [] }
        : await withoutWords(owner.lists, { only, excluded: asked.excluded }, limit)
  const shown = lookedFor(asked)
  return {
    total: answers.total,
    hits: await hitsOf(answers.best, shown),
    terms: shown,
    isTooCommon,
  }
}

const ofNodes = ({ sql, bindings }: { sql: string; bindings: unknown[] }) => ({
  sql: `exists (select from ged.nodes node where node.tenant_id = ? and node.id = entry.thing_id and ${sql})`,
  bindings: [tenancy.tenantId(), ...bindings],
})

async function saidOf(ids: string[]): Promise<Map<string, string[]>> {
  const nodes = await Node.query().whereIn('id', ids)
  return new Map(nodes.map(({ id, title, name }) => [id, [title, name]]))
}
