import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { tenancy } from '#kernel/tenancy'
import { systemDb } from '#kernel/system'
import { PAGE, type ListDeclaration } from '#web/list/declaration'
import { after, orderedRows } from '#web/list/narrow'
import { countQuery } from '#web/list/page'
import { readQuery } from '#web/list/state'

interface Node {
  'Node Type': string
  'Index Name'?: string
  'Plans'?: Node[]
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/**
 * How PostgreSQL counts a list in the member in context. A table of tests is too small to be worth an
 * index: walking through it is made dear, to see whether an index alone can answer behind the wall,
 * where a comparison that is not leakproof cannot. The table must have been vacuumed.
 *
 * @returns « Index Only Scan actes_by_decision », one a node that reads something
 */
export async function planOfCount(list: ListDeclaration, query: string): Promise<string[]> {
  const trx = tenancy.trx()
  await trx.rawQuery('set local enable_seqscan = off; set local enable_bitmapscan = off')
  const { sql, bindings } = countQuery(list, readQuery(list, query)).toSQL()
  const { rows } = await trx.rawQuery(`explain (format json) ${sql}`, bindings as never)
  const nodes = nodesOf(rows[0]['QUERY PLAN'][0].Plan)
  return nodes
    .filter((node) => node['Node Type'].includes('Scan') && node['Node Type'] !== 'Subquery Scan')
    .map((node) => `${node['Node Type']} ${node['Index Name'] ?? ''}`.trim())
}

/**
 * How PostgreSQL makes a page of a list that stands above the members: walking through the table, and
 * ordering what was found there, are made dear, so that either is only seen where no index answers.
 *
 * @returns every node of the plan, from the page down: « Limit », « Index Scan outbox_open_by_state »
 */
export const planOfPage = (list: ListDeclaration, query: string): Promise<string[]> =>
  systemDb().transaction((trx) => planOfPageBy(trx, list, query))

/** The same of a list of the member in context, behind its wall. */
export const planOfPageHere = (list: ListDeclaration, query: string): Promise<string[]> =>
  planOfPageBy(tenancy.trx(), list, query)

async function planOfPageBy(
  trx: TransactionClientContract,
  list: ListDeclaration,
  query: string
): Promise<string[]> {
  const state = readQuery(list, query)
  const page = after(orderedRows(list, state), list, state).limit(PAGE + 1)
  const { sql, bindings } = page.toSQL()
  await trx.rawQuery('set local enable_seqscan = off; set local enable_sort = off')
  const { rows } = await trx.rawQuery(`explain (format json) ${sql}`, bindings as never)
  return nodesOf(rows[0]['QUERY PLAN'][0].Plan).map((node) =>
    `${node['Node Type']} ${node['Index Name'] ?? ''}`.trim()
  )
}
