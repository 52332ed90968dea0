import type Node from '../nodes/node.js'
import { pathOf, waysTo } from '../nodes/paths.js'
import type { PersonForm } from '../rules/person_forms.js'
import Space from '../spaces/space.js'
import type { FoundOfPerson } from './person_found.js'
import { leftOfPerson } from './left_of_person.js'
import { saidOfPerson } from './said_of_person.js'

/** Of a comment, in signs. */
const MOST_SHOWN = 240

/** Adds what comments say: of documents that were found, and of those that say nothing of her. */
export async function addSaid(
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
export async function addLeft(
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
