import { bitOf, type XmlNode } from '#lib/xml/tree/element'
import { shared } from '#lib/xml/tree/namespaces'

/** What a path finds: an element itself, or one of its attributes, with its text as written. */
export interface Found {
  /** The element, or the one that carries the attribute. */
  node: XmlNode
  text: string
}

export type Path = (from: XmlNode) => readonly Found[]
type Test = (node: XmlNode) => boolean
type Step = (nodes: readonly XmlNode[]) => readonly XmlNode[]

/** Most ways find nothing, a hundred thousand times. */
const NONE: readonly XmlNode[] = []
const NOTHING: readonly Found[] = Object.freeze([])

const known = new Map<string, Path>()

/**
 * Compiles `Party/Identification/ID[@schemeID=0009] | Other/@unitCode`: local names, alternatives, and
 * between brackets what an element must hold: `=` and `!=` compare as written, `~` and `!~` whatever
 * the case, a name alone wants it there, `!` before it wants it away.
 */
export function path(written: string): Path {
  let compiled = known.get(written)
  if (!compiled) {
    const ways = written.split(' | ').map(way)
    compiled = ways.length === 1 ? ways[0] : together(ways)
    known.set(written, compiled)
  }
  return compiled
}

/** Most often one of several ways finds all that there is. */
const together =
  (ways: Path[]): Path =>
  (from) => {
    let all = NOTHING
    for (const find of ways) {
      const found = find(from)
      if (found.length > 0) all = all.length === 0 ? found : [...all, ...found]
    }
    return all
  }

/** The text of an element without the spaces around and doubled, as `normalize-space` gives it. */
export const normal = (text: string) => text.trim().replace(/[ \t\r\n]+/g, ' ')

function way(written: string): Path {
  const parts = written.trim().split(/\/(?![^[]*\])/)
  const attribute = parts.at(-1)!.startsWith('@') ? parts.pop()!.slice(1) : null
  const steps = parts.filter((part) => part !== '.').map(step)
  return (from) => {
    let nodes: readonly XmlNode[] = [from]
    for (const next of steps) {
      nodes = next(nodes)
      if (nodes.length === 0) return NOTHING
    }
    if (attribute === null) return nodes
    const found: Found[] = []
    for (const node of nodes) {
      const text = node.attributes[attribute]
      if (text !== undefined) found.push({ node, text })
    }
    return found
  }
}

function step(written: string): Step {
  if (written === '..') return (nodes) => nodes.flatMap(({ parent }) => parent ?? [])
  const [, local, brackets] = /^([A-Za-z0-9]+|\.)((?:\[[^\]]+\])*)$/.exec(written)!
  const [name, bit] = [shared(local), bitOf(local)]
  const tests = [...brackets.matchAll(/\[([^\]]+)\]/g)].map(([, one]) => condition(one))
  if (name === '.') return (nodes) => nodes.filter((node) => tests.every((test) => test(node)))
  const [first] = tests
  const isAll = tests.length === 0
  return (nodes) => {
    let found: XmlNode[] | null = null
    for (const node of nodes) {
      if ((node.holds & bit) === 0) continue
      for (const child of node.children) {
        if (child.name !== name) continue
        if (!isAll && !(first(child) && tests.every((test) => test(child)))) continue
        if (found === null) found = [child]
        else found.push(child)
      }
    }
    return found ?? NONE
  }
}

function condition(written: string): Test {
  const [, not, inner, sign, wanted] = /^(!?)([^=~!]+)(!?[=~])?(.*)$/.exec(written)!
  const find = path(inner)
  // UBL writes a scheme in an element of its own, whose spaces its rules let be; CII does not.
  const isSpaced = inner.startsWith('TaxScheme')
  if (!sign) return (node) => find(node).length > 0 === (not === '')
  const isSame = sign.endsWith('~')
    ? (text: string) => (isSpaced ? normal(text) : text).toUpperCase() === wanted
    : (text: string) => (isBoolean(wanted) ? booleanOf(text) : text) === wanted
  const mustBe = !sign.startsWith('!')
  return (node) => find(node).some(({ text }) => isSame(text)) === mustBe
}

const isBoolean = (word: string) => word === 'true' || word === 'false'

/** `xsd:boolean` has four words. */
const booleanOf = (text: string) => ({ 1: 'true', 0: 'false' })[text.trim()] ?? text.trim()
