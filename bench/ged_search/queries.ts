import type pg from 'pg'
import { unaccented } from '#lib/french/search/normalise'
import { tenantOf } from './dataset.js'

/** What is typed, and the document that it is typed for. */
export interface Query {
  tenant: number
  typed: string
  wanted: string
}

/** As agents write what they remember of a title: its number, without accents, glued, in the plural, misspelt. */
const WAYS: ((title: Title) => string)[] = [
  ({ reference, place }) => `${reference} ${place}`,
  ({ kind, number, one }) => unaccented(`${kind} ${one} ${number}`),
  ({ kind, number, place }) => `${kind} ${swapped(place)} ${number}`,
  ({ road, number }) => `RD${road} ${number}`,
  ({ one, third, number }) => `${one}s l'${third} ${number}`,
]

interface Title {
  kind: string
  reference: string
  number: string
  one: string
  third: string
  road: string
  place: string
}

const READ = /^(\S+) n° (\d+-(\d+)) (\S+) \S+ de l’(\S+), RD (\d+), (\S+)$/

function titleOf(text: string): Title {
  const [, kind, reference, number, one, third, road, place] = READ.exec(text)!
  return { kind, reference, number, one, third, road, place }
}

/** Two letters of its middle in each other's place. */
const swapped = (word: string): string => {
  const at = Math.floor(word.length / 2)
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
}

/** As many queries on documents of a member, taken here and there. */
export async function queriesOf(
  client: pg.Client,
  tenant: number,
  count: number
): Promise<Query[]> {
  const { rows } = await client.query(
    'select id, title from ged.nodes where tenant_id = $1 order by md5(id::text) limit $2',
    [tenantOf(tenant), count]
  )
  return rows.map(({ id, title }, rank) => ({
    tenant,
    wanted: id,
    typed: WAYS[rank % WAYS.length](titleOf(title)),
  }))
}
