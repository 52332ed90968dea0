import { pagesOf } from '#web/search'
import { excerptOf } from '#lib/french/search/excerpt'
import { marked } from '#lib/french/search/mark'
import { inOneExchange } from '#lib/one_exchange'
import { tenancy } from '#kernel/tenancy'
import { pathOf, waysIn, waysQuery } from '../nodes/paths.js'
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
  const known = await factsOf(ids)
  const pages = await pagesOf(nodesIndexed.kind, ids)
  return best.flatMap(({ id, score }) => {
    const fact = known.get(id)
    if (!fact) return []
    const { title, name } = fact
    const excerpt = excerptOf(pages.get(id) ?? [], terms)
    const snippet = excerpt?.pieces ?? marked(title, terms)
    const shown = [snippet, marked(title, terms), marked(name, terms)].flat()
    return {
      ...{ id, tenantId: tenancy.tenantId(), title, path: fact.path },
      ...{ space: fact.space, type: fact.type, date: fact.date },
      score: Math.round(score * 1e6) / 1e6,
      snippet: snippet.map(({ text }) => text).join(''),
      matched: [...new Set(shown.filter((piece) => piece.marked).map(({ text }) => text))],
    }
  })
}

type Fact = Pick<Hit, 'title' | 'path' | 'space' | 'type' | 'date'> & { name: string }

const NODES = `select id, title, name, space_id, type_id, to_char(document_date, 'YYYY-MM-DD') as day
  from ged.nodes where tenant_id = ? and id = any(?::uuid[])`

/** What is known of some documents, in one exchange with the base. */
async function factsOf(ids: string[]): Promise<Map<string, Fact>> {
  const [trx, here] = [tenancy.trx(), { tenant_id: tenancy.tenantId() }]
  const [nodes, spaces, types, steps] = await inOneExchange(trx, [
    trx.rawQuery(NODES, [here.tenant_id, ids] as never),
    trx.from('ged.spaces').where(here).select('id', 'slug'),
    trx.from('ged.document_types').where(here).select('id', 'code'),
    waysQuery(ids),
  ])
  const slugs = new Map(spaces.map(({ id, slug }) => [id, slug]))
  const codes = new Map(types.map(({ id, code }) => [id, code]))
  const ways = waysIn(ids, steps as never)
  return new Map(
    nodes.map(({ id, title, name, space_id: spaceId, type_id: typeId, day: date }) => [
      id,
      {
        ...{ title, name, date, path: pathOf(ways.get(id)!) },
        ...{ space: slugs.get(spaceId)!, type: codes.get(typeId) ?? null },
      },
    ])
  )
}
