import { defineReading } from '#kernel/reading'
import { BadCall } from './errors.js'
import type { readXml, ReadBodies } from './read_xml.js'

const readXmlApart = defineReading<typeof readXml>(
  new URL('./read_xml.js', import.meta.url),
  'readXml'
)

/** What a PROPFIND asks: some properties, all of them, or their names. Throws 400. */
export const readPropfind = async (text: string): Promise<ReadBodies['propfind']> =>
  text.trim() ? within(text, 'propfind') : { names: null, isNamesOnly: false }

/** What a PROPPATCH changes, in its order; a value of null takes the property away. Throws 400. */
export const readProppatch = (text: string): Promise<ReadBodies['propertyupdate']> =>
  within(text, 'propertyupdate')

/** What a LOCK asks; null: that one be prolonged. Throws 400. */
export const readLock = async (text: string): Promise<ReadBodies['lockinfo'] | null> =>
  text.trim() ? within(text, 'lockinfo') : null

async function within<Kind extends keyof ReadBodies>(text: string, kind: Kind) {
  const read = await readXmlApart({ text, kind }, { bytes: Buffer.byteLength(text) })
  if (!read) throw BadCall()
  return read as ReadBodies[Kind]
}
