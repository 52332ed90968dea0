import { receive } from '#kernel/documents/intake'
import { readAtMost } from '#web/read_at_most'
import { parseXml, XmlRejected, type XmlElementView } from '#lib/xml'
import type { HttpContext } from '@adonisjs/core/http'
import { CmisRefusal, Unclear } from '../errors.js'
import { Params } from '../params.js'
import { MOST_BYTES, type ReadForm, type SentFile } from '../read_form.js'

const PREFIXES = {
  a: 'http://www.w3.org/2005/Atom',
  cmis: 'http://docs.oasis-open.org/ns/cmis/core/200908/',
  ra: 'http://docs.oasis-open.org/ns/cmis/restatom/200908/',
}
/** An entry is held whole in memory, its file in it: larger ones come by the other doors. */
const MOST_ENTRY = 48_000_000

const TooLong = () =>
  new CmisRefusal(
    'invalidArgument',
    'Ce message est trop long : un fichier de plus de 30 Mo se dépose par la liaison « browser », ou par WebDAV.',
    413
  )

/**
 * What a call of the AtomPub binding says: its query, then the entry that it bears, its properties
 * named as the browser binding names them; or the bytes of a content. @throws invalidArgument
 */
export async function readEntry({ request }: HttpContext): Promise<ReadForm> {
  const said = new Map(new URLSearchParams(request.parsedUrl.query ?? ''))
  if (request.method() === 'PUT' && /\/content$/.test(request.parsedUrl.pathname ?? '')) {
    const name = 'contenu'
    const received = await receive(request.request, name, MOST_BYTES)
    return { params: new Params(said), file: { ...received, name } }
  }
  const bytes = await readAtMost(request.request, MOST_ENTRY, TooLong)
  if (bytes.length === 0) return { params: new Params(said), file: null }
  const { properties, content } = entryIn(bytes)
  for (const [rank, [id, value]] of properties.entries()) {
    said.set(`propertyId[${rank}]`, id)
    said.set(`propertyValue[${rank}]`, value)
  }
  return { params: new Params(said), file: content === null ? null : await fileOf(content) }
}

interface Entry {
  properties: [id: string, value: string][]
  /** In base64. */
  content: string | null
}

function entryIn(bytes: Buffer): Entry {
  try {
    using document = parseXml(bytes, { maxBytes: MOST_ENTRY, namespaces: PREFIXES })
    const { root } = document
    if (root.name !== 'entry' || root.namespace !== PREFIXES.a) throw notAnEntry()
    const properties = root.nodes('ra:object/cmis:properties/*').flatMap(propertyIn)
    const title = root.text('a:title')
    const isNamed = properties.some(([id]) => id === 'cmis:name')
    if (!isNamed && title) properties.push(['cmis:name', title])
    // A client of before CMIS 1.0 puts it in the content of Atom itself (RFC 4287 §4.1.3)
    const content = root.text('ra:content/ra:base64') ?? root.text('a:content[@type]')
    return { properties, content }
  } catch (error) {
    if (error instanceof XmlRejected) throw notAnEntry()
    throw error
  }
}

const notAnEntry = () => Unclear('Ce message ne se lit pas : une entrée Atom est attendue.')

function propertyIn(property: XmlElementView): [string, string][] {
  const id = property.attribute('propertyDefinitionId')
  const value = property.text('cmis:value')
  return id === null || value === null ? [] : [[id, value]]
}

async function fileOf(content: string): Promise<SentFile> {
  const bytes = Buffer.from(content, 'base64')
  return { ...(await receive(bytes, '', MOST_BYTES)), name: '' }
}
