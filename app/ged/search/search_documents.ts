import { answersOf, pagesOf, righted, type Correction } from '#web/search'
import { tenancy } from '#kernel/tenancy'
import { askedOf, lookedFor, type Asked } from '#lib/french/search/asked'
import { excerptOf } from '#lib/french/search/excerpt'
import { marked } from '#lib/french/search/mark'
import Node from '../nodes/node.js'
import { pathOf, waysTo } from '../nodes/paths.js'
import Space from '../spaces/space.js'
import DocumentType from '../types/document_type.js'
import type { SearchedOwner } from './contexts.js'
import { nodesIndexed, permissionOf } from './indexed.js'

/** A document that answers. */
export interface Hit {
  id: string
  /** The member that keeps it. */
  tenantId: string
  title: string
  /** Within its space: « Voirie/2026/Arrêté 117.pdf » */
  path: string
  /** The address of its space. */
  space: string
  /** The code of its type. */
  type: string | null
  /** AAAA-MM-JJ */
  date: string | null
  score: number
  /** A few words around what was found. */
  snippet: string
  /** The words that answer, as they are written there. */
  matched: string[]
}

export interface Found {
  total: number
  hits: Hit[]
  corrected: Correction[]
  /** The words that were looked for. */
  terms: string[]
  /** Nothing was looked for: only words that are everywhere. */
  isTooCommon: boolean
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
  const asked = askedOf(typed)
  const { isTooCommon } = asked
  const found = await askAll(owners, asked, limit)
  if (found.total > 0 || asked.terms.length === 0) {
    return { ...found, corrected: [], terms: asked.terms, isTooCommon }
  }
  for (const owner of owners) {
    const other = await tenancy.run(owner.tenantId, () => righted(scopeOf(owner), asked, typed))
    const again = other && (await askAll(owners, other.asked, limit))
    if (again && again.total > 0) {
      return { ...again, corrected: other.corrected, terms: lookedFor(other.asked), isTooCommon }
    }
  }
  return { ...found, corrected: [], terms: asked.terms, isTooCommon }
}

const scopeOf = ({ lists }: SearchedOwner) => ({
  kind: nodesIndexed.kind,
  permissions: lists.map(permissionOf),
})

async function askAll(owners: SearchedOwner[], asked: Asked, limit: number) {
  let total = 0
  const hits: Hit[] = []
  for (const owner of owners) {
    await tenancy.run(owner.tenantId, async () => {
      const answers = await answersOf(scopeOf(owner), asked, limit, saidOf)
      total += answers.total
      hits.push(...(await hitsOf(answers.best, lookedFor(asked))))
    })
  }
  return { total, hits: hits.toSorted((one, other) => other.score - one.score).slice(0, limit) }
}

async function saidOf(ids: string[]): Promise<Map<string, string[]>> {
  const nodes = await Node.query().whereIn('id', ids)
  return new Map(nodes.map(({ id, title, name }) => [id, [title, name]]))
}

async function hitsOf(best: { id: string; score: number }[], terms: string[]): Promise<Hit[]> {
  const ids = best.map(({ id }) => id)
  if (ids.length === 0) return []
  const nodes = new Map((await Node.query().whereIn('id', ids)).map((node) => [node.id, node]))
  const spaces = new Map((await Space.query()).map((space) => [space.id, space.slug]))
  const types = new Map((await DocumentType.query()).map(({ id, code }) => [id, code]))
  const [ways, pages] = [await waysTo(ids), await pagesOf(nodesIndexed.kind, ids)]
  return best.flatMap(({ id, score }) => {
    const node = nodes.get(id)
    if (!node) return []
    const excerpt = excerptOf(pages.get(id) ?? [], terms)
    const snippet = excerpt?.pieces ?? marked(node.title, terms)
    const shown = [snippet, marked(node.title, terms), marked(node.name, terms)].flat()
    return {
      ...{ id, tenantId: node.tenantId, title: node.title, path: pathOf(ways.get(id)!) },
      space: spaces.get(node.spaceId)!,
      type: (node.typeId && types.get(node.typeId)) ?? null,
      date: node.documentDate?.toISODate() ?? null,
      score: Math.round(score * 1e6) / 1e6,
      snippet: snippet.map(({ text }) => text).join(''),
      matched: [...new Set(shown.filter((piece) => piece.marked).map(({ text }) => text))],
    }
  })
}
