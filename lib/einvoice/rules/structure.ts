import type { XmlNode } from '#lib/xml/tree/element'
import { path } from '../model/path.js'
import type { Invoice } from '../model/invoice.js'
import { NO_FAULT, rule, type Rule } from './rule.js'

/** `most`: at most once; `one`: exactly once; `none`: never; `some`: at least once. */
type Times = 'most' | 'one' | 'none' | 'some'

const named = (what: string) =>
  what.startsWith('@') ? `l’attribut ${what.slice(1)}` : `l’élément ${what}`

const SAYS: Record<Times, (what: string) => string> = {
  most: (what) => `Gardez un seul élément ${what} : il ne peut pas être répété ici.`,
  one: (what) => `Écrivez ${named(what)} une fois, et une seule.`,
  none: (what) => `Retirez ${what} : ce profil n’en a pas l’usage ici.`,
  some: (what) => `Écrivez ${named(what)} : il manque.`,
}

const HOLDS: Record<Times, (count: number) => boolean> = {
  most: (count) => count <= 1,
  one: (count) => count === 1,
  none: (count) => count === 0,
  some: (count) => count >= 1,
}

/** The elements that a place names: `*` ends a name in any way, `/` begins at the root. */
export function elementsAt(invoice: Invoice, place: string): readonly XmlNode[] {
  const places = invoice.once(placesOf)
  let nodes = places.get(place)
  if (!nodes) places.set(place, (nodes = found(invoice, place)))
  return nodes
}

/** Many rules look at the same place, which may be a hundred thousand elements. */
const placesOf = () => new Map<string, readonly XmlNode[]>()

function found(invoice: Invoice, place: string): readonly XmlNode[] {
  if (place === '/') return [invoice.node]
  if (place.startsWith('/')) return path(place.slice(1))(invoice.node).map(({ node }) => node)
  const [head, ...rest] = place.split('/')
  const heads = head.startsWith('*')
    ? [...invoice.elementNames].filter((name) => name.endsWith(head.slice(1)))
    : [head]
  const named = invoice.named(...heads)
  return rest.length === 0
    ? named
    : named.flatMap((node) => path(rest.join('/'))(node).map((one) => one.node))
}

/**
 * Reads a table of what an element may hold: `CII-SR-439 BT-146 one In/Way | Path`. A rule counts the
 * elements or the attributes that the path finds in each element of the place.
 */
export function structure(table: string): Rule[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [, id, term, times, place, what] =
        /^(\S+) (\S+) (most|one|none|some) (.+?) :: (.+)$/.exec(line.trim())!
      const find = path(what)
      const holds = HOLDS[times as Times]
      return rule(id, term, SAYS[times as Times](what), (invoice) => {
        const wrong = elementsAt(invoice, place).filter((node) => !holds(find(node).length))
        return wrong.length === 0 ? NO_FAULT : wrong.map((node) => ({ node }))
      })
    })
}
