import { pagesOf } from '#web/search'
import { excerptOf } from '#lib/french/search/excerpt'
import { marked } from '#lib/french/search/mark'
import Node from '../nodes/node.js'
import { pathOf, waysTo } from '../nodes/paths.js'
import Space from '../spaces/space.js'
import DocumentType from '../types/document_type.js'
import { nodesIndexed } from './indexed.js'

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

/** Some documents that answer, as they are told: where each stands, and why it was found. */
export async function hitsOf(
  best: { id: string; score: number }[],
  terms: string[]
): Promise<Hit[]> {
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
