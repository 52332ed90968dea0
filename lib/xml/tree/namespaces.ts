import { XmlRejected } from '../rejected.js'
import { prefixed } from './tag.js'

const XML = 'http://www.w3.org/XML/1998/namespace'

interface Name {
  namespace: string
  local: string
}

/** One text for all elements of a name: two of them compare at once, and hold no part of the document. */
export const shared = (name: string): string => Object.keys({ [name]: 0 })[0]

/** Names and namespaces of all documents: those of a few schemas come again, ten thousand times a day. */
const NAMES = new Map<string, string>()
const MOST_NAMES = 4_096
/** A schema has three or four hundred, and none so long: a document of an enemy fills no memory. */
const MOST_RESOLVED = 1_000
const LONG_NAME = 200

/** The same, kept: for what is no text of a document. */
export function sharedName(name: string): string {
  const known = NAMES.get(name)
  if (known !== undefined) return known
  const one = shared(name)
  if (NAMES.size < MOST_NAMES && name.length < LONG_NAME) NAMES.set(one, one)
  return one
}

/** What roots declare. */
const KEPT = new Map<string, Namespaces>()
const MOST_KEPT = 100
const LONG_KEY = 4_096

/** The prefixes in force at an element; what an element declares is seen by its children only. */
export class Namespaces {
  static readonly OUTSIDE = new Namespaces(new Map([['xml', XML]]))

  readonly #names = new Map<string, Name>()

  private constructor(private readonly byPrefix: ReadonlyMap<string, string>) {}

  /** These prefixes and those that the attributes of an element declare. */
  declaredBy(attributes: [string, string][]): Namespaces {
    if (attributes.length === 0) return this
    const declared = attributes.flatMap(([name, uri]): [string, string][] => {
      if (name === 'xmlns') return [['', sharedName(uri)]]
      return name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), sharedName(uri)]] : []
    })
    return declared.length === 0 ? this : this.#with(declared)
  }

  /** Documents of a few schemas declare the same, ten thousand times a day: what was resolved is kept. */
  #with(declared: [string, string][]): Namespaces {
    const made = () => new Namespaces(new Map([...this.byPrefix, ...declared]))
    if (this !== Namespaces.OUTSIDE) return made()
    const key = JSON.stringify(declared)
    const known = KEPT.get(key)
    if (known) return known
    const one = made()
    if (KEPT.size < MOST_KEPT && key.length < LONG_KEY) KEPT.set(key, one)
    return one
  }

  /** Whether this name, prefix included, was resolved here before. */
  knows = (written: string): boolean => this.#names.has(written)

  /** The namespace and the local name of an element. @throws XmlRejected when its prefix is unknown */
  nameOf(written: string): Name {
    const known = this.#names.get(written)
    if (known) return known
    const name = this.#resolve(written)
    // A text of its own: a part of a document would keep the whole of it
    const isWorthIt = this.#names.size < MOST_RESOLVED && written.length < LONG_NAME
    if (isWorthIt) this.#names.set(sharedName(written), name)
    return name
  }

  #resolve(written: string): Name {
    const [prefix, local] = prefixed(written)
    const namespace = this.byPrefix.get(prefix)
    if (namespace !== undefined || prefix === '') {
      return { namespace: namespace ?? '', local: sharedName(local) }
    }
    throw new XmlRejected('E_XML_MALFORMED', `préfixe « ${prefix} » non déclaré`)
  }
}
