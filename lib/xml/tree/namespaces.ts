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

/** The same, kept: for what is no text of a document. */
export function sharedName(name: string): string {
  const known = NAMES.get(name)
  if (known !== undefined) return known
  const one = shared(name)
  if (NAMES.size < MOST_NAMES) NAMES.set(one, one)
  return one
}

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
    return declared.length === 0 ? this : new Namespaces(new Map([...this.byPrefix, ...declared]))
  }

  /** Whether this name, prefix included, was resolved here before. */
  knows = (written: string): boolean => this.#names.has(written)

  /** The namespace and the local name of an element. @throws XmlRejected when its prefix is unknown */
  nameOf(written: string): Name {
    const known = this.#names.get(written)
    if (known) return known
    const name = this.#resolve(written)
    this.#names.set(written, name)
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
