import { tenancy } from '#kernel/tenancy'
import { askedTsquery, type Asked } from '#lib/french/search/asked'
import { excerptOf } from '#lib/french/search/excerpt'
import { pageFor, shelfOf } from '#web/search'
import Node from '../nodes/node.js'
import { formsOf, isNamedIn, lookedForIn, type PersonForm } from '../rules/person_forms.js'
import { TELLING } from '../search/hits.js'
import { nodesIndexed, permissionOf } from '../search/indexed.js'
import type PersonSearch from './person_search.js'
import { addLeft, addSaid } from './besides_of_person.js'
import { maybeLeft } from './left_of_person.js'
import type { FoundOfPerson } from './person_found.js'
import type { PersonReach } from './person_reach.js'
import { maybeCommented } from './said_of_person.js'

const AT_ONCE = 50

/**
 * The documents below some lists of rights that name a person, all of them, in the order in which
 * they were filed, after the one of an identifier; `next`: the one after which there may be more, or
 * null. Words are whole and nothing is righted: a name that looks like hers is not hers.
 */
export async function foundOfPerson(
  { said }: PersonSearch,
  reach: PersonReach,
  after: string | null
): Promise<{ found: FoundOfPerson[]; next: string | null }> {
  const forms = formsOf(said)
  const limit = AT_ONCE + 1
  const { lists } = reach
  const query = queryOf(forms)
  const besides = await maybeCommented(forms, reach, { after, limit })
  const left = await maybeLeft(forms, query, reach, { after, limit })
  const ids = [...new Set([...(await candidates(query, lists, after)), ...besides, ...left])]
    .toSorted()
    .slice(0, limit)
  const page = ids.slice(0, AT_ONCE)
  const named = new Map<string, Omit<FoundOfPerson, 'node'>>()
  const nodes = new Map((await Node.query().whereIn('id', page)).map((node) => [node.id, node]))
  for (const form of forms) {
    for (const { told, pages } of await thoseOf(form, lists, page)) {
      const { title, name, fields } = nodes.get(told.id)!
      if (!isNamedIn([title, name, ...Object.values(fields), ...pages], form)) continue
      const known = named.get(told.id)
      const snippet = known?.snippet ?? snippetOf(pages, form)
      const labels = new Set([...(known?.named ?? []), form.label])
      const { path, space } = told
      named.set(told.id, { path, space, named: [...labels], snippet, comments: [], older: [] })
    }
  }
  await addSaid(named, forms, nodes)
  await addLeft(named, forms, nodes)
  return {
    found: page.flatMap((id) =>
      named.has(id) ? [{ node: nodes.get(id)!, ...named.get(id)! }] : []
    ),
    next: ids.length > AT_ONCE ? page.at(-1)! : null,
  }
}

const askedBy = (form: PersonForm): Asked => {
  const terms = lookedForIn(form)
  return { terms, codes: terms, phrases: [], excluded: [], isTooCommon: false }
}

/** Nothing where there is nothing to look for. */
function queryOf(forms: PersonForm[]): string {
  const shelf = shelfOf(tenancy.tenantId())
  return forms.map((form) => `(${askedTsquery(askedBy(form), shelf)})`).join(' | ')
}

async function candidates(query: string, lists: string[], after: string | null) {
  const rows = tenancy
    .trx()
    .from('kernel.search_entries')
    .where({ tenant_id: tenancy.tenantId(), kind: nodesIndexed.kind })
    .whereIn('permission', lists.map(permissionOf))
    .whereRaw('words @@ ?::tsquery', [query])
    .orderBy('thing_id')
    .limit(AT_ONCE + 1)
    .select('thing_id')
  const found = await (after ? rows.where('thing_id', '>', after) : rows)
  return found.map(({ thing_id: id }) => id as string)
}

async function thoseOf(form: PersonForm, lists: string[], among: string[]) {
  if (among.length === 0) return []
  const scope = { kind: nodesIndexed.kind, permissions: lists.map(permissionOf) }
  const wanted = { limit: among.length, telling: TELLING, among }
  return (await pageFor(scope, askedBy(form), wanted)).best
}

const snippetOf = (pages: string[], form: PersonForm): string | null =>
  excerptOf(pages, lookedForIn(form))
    ?.pieces.map(({ text }) => text)
    .join('') ?? null
