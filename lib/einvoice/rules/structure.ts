import type { XmlNode } from '#lib/xml/tree/element'
import { path } from '../model/path.js'
import type { Invoice } from '../model/invoice.js'
import { type Fault, NO_FAULT, rule, type Rule } from './rule.js'

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

type Look = (invoice: Invoice) => readonly XmlNode[]

const looks = new Map<string, Look>()

function found(invoice: Invoice, place: string): readonly XmlNode[] {
  let look = looks.get(place)
  if (!look) looks.set(place, (look = lookAt(place)))
  return look(invoice)
}

function lookAt(place: string): Look {
  if (place === '/') return (invoice) => [invoice.node]
  if (place.startsWith('/')) {
    const find = path(place.slice(1))
    return (invoice) => find(invoice.node).map(({ node }) => node)
  }
  const [head, ...rest] = place.split('/')
  const named = head.startsWith('*') ? ending(head.slice(1)) : (of: Invoice) => of.named(head)
  if (rest.length === 0) return named
  const find = path(rest.join('/'))
  return (invoice) => named(invoice).flatMap((node) => find(node).map((one) => one.node))
}

const ending =
  (words: string): Look =>
  (invoice) =>
    invoice.named(...[...invoice.elementNames].filter((name) => name.endsWith(words)))

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
        let wrong: Fault[] | null = null
        for (const node of elementsAt(invoice, place)) {
          if (!holds(find(node).length)) (wrong ??= []).push({ node })
        }
        return wrong ?? NO_FAULT
      })
    })
}
