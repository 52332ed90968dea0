import { tenancy } from '#kernel/tenancy'
import { askedTsquery, type Asked } from '#lib/french/search/asked'
import { excerptOf } from '#lib/french/search/excerpt'
import { pageFor, shelfOf } from '#web/search'
import Node from '../nodes/node.js'
import type Version from '../nodes/version.js'
import { pathOf, waysTo } from '../nodes/paths.js'
import { formsOf, isNamedIn, lookedForIn, type PersonForm } from '../rules/person_forms.js'
import { TELLING } from '../search/hits.js'
import { nodesIndexed, permissionOf } from '../search/indexed.js'
import Space from '../spaces/space.js'
import type PersonSearch from './person_search.js'
import { leftOfPerson, maybeLeft } from './left_of_person.js'
import type { PersonReach } from './person_reach.js'
import { maybeCommented, saidOfPerson } from './said_of_person.js'

/** A document that names a person. */
export interface FoundOfPerson {
  node: Node
  /** Within its space. */
  path: string
  /** The address of its space. */
  space: string
  /** « Courriel », « Prénom et nom »: how it names her. */
  named: string[]
  snippet: string | null
  /** What is said of her beside it, in comments. */
  comments: string[]
  /** Its versions before the last that name her. */
  older: Version[]
}

const AT_ONCE = 50
/** Of a comment, in signs. */
const MOST_SHOWN = 240

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

/** Adds what comments say: of documents that were found, and of those that say nothing of her. */
async function addSaid(
  named: Map<string, Omit<FoundOfPerson, 'node'>>,
  forms: PersonForm[],
  nodes: Map<string, Node>
): Promise<void> {
  const said = await saidOfPerson(forms, [...nodes.keys()])
  const places = await placesOf([...said.keys()].flatMap((id) => nodes.get(id) ?? []))
  for (const [id, { bodies, labels }] of said) {
    const known = named.get(id) ?? { ...places.get(id)!, named: [], snippet: null, ...NOTHING }
    const how = labels.map((label) => `${label}, dans un commentaire`)
    const snippet = known.snippet ?? bodies[0].slice(0, MOST_SHOWN)
    named.set(id, { ...known, named: [...known.named, ...how], snippet, comments: bodies })
  }
}

const NOTHING = { comments: [], older: [] }

/** Adds what the trash and the versions before the last say. */
async function addLeft(
  named: Map<string, Omit<FoundOfPerson, 'node'>>,
  forms: PersonForm[],
  nodes: Map<string, Node>
): Promise<void> {
  const left = await leftOfPerson(forms, [...nodes.values()])
  const places = await placesOf([...left.keys()].map((id) => nodes.get(id)!))
  for (const [id, { labels, versions }] of left) {
    const known = named.get(id) ?? { ...places.get(id)!, named: [], snippet: null, ...NOTHING }
    named.set(id, { ...known, named: [...known.named, ...labels], older: versions })
  }
}

/** The space of each document, and its path there. */
async function placesOf(nodes: Node[]) {
  const ways = await waysTo(nodes.map(({ id }) => id))
  const spaces = await Space.query().whereIn(
    'id',
    nodes.map(({ spaceId }) => spaceId)
  )
  const slugs = new Map(spaces.map(({ id, slug }) => [id, slug]))
  return new Map(
    nodes.map(({ id, spaceId }) => [
      id,
      { path: pathOf(ways.get(id)!), space: slugs.get(spaceId)! },
    ])
  )
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
