import { type DateTime } from 'luxon'
import { quotaBytes, storedBytes } from '#kernel/documents/quota'
import type Node from '../nodes/node.js'
import Version from '../nodes/version.js'
import { hrefOf, type Address } from './address.js'
import { etagFrom } from './conditions.js'
import { deadOf } from './dead_properties.js'
import { heldInEach, holdingAt, type Lock } from './locks.js'
import { raw, type XmlMarkup } from '#lib/xml'
import { activeLocks, dav, type Property } from './write_xml.js'

/** Something whose properties are told; no node at the root of a space or at their list. */
export interface Thing {
  address: Address
  node: Node | null
  spaceId: string | null
  label: string
  createdAt: DateTime
}

const ENTRIES = raw(
  ['exclusive', 'shared']
    .map(
      (scope) =>
        `<D:lockentry><D:lockscope><D:${scope}/></D:lockscope><D:locktype><D:write/></D:locktype></D:lockentry>`
    )
    .join('')
)

export const isFolder = ({ node }: Pick<Thing, 'node'>) => node?.kind !== 'document'

/** The properties of some things, each with those that programs wrote. */
export async function propertiesOf(things: Thing[]): Promise<Property[][]> {
  const nodes = things.flatMap(({ node }) => node ?? [])
  const versions = await Version.lastOfEach(
    nodes.filter(({ kind }) => kind === 'document').map(({ id }) => id)
  )
  const dead = await deadOf(nodes.map(({ id }) => id))
  const quota = things.some(isFolder) ? await quotaProperties() : []
  const held = await heldInEach(things.flatMap(({ spaceId }) => spaceId ?? []))
  const told: Property[][] = []
  for (const thing of things) {
    const { node } = thing
    const version = node ? versions.get(node.id) : undefined
    told.push([
      ...live(thing, version),
      ...(isFolder(thing) ? quota : []),
      dav('lockdiscovery', lockdiscovery(thing, held)),
      ...(node ? (dead.get(node.id) ?? []) : []),
    ])
  }
  return told
}

function live({ node, label, createdAt }: Thing, version: Version | undefined): Property[] {
  const at = version?.at ?? node?.updatedAt ?? createdAt
  return [
    dav('resourcetype', version ? '' : raw('<D:collection/>')),
    dav('displayname', label),
    dav('creationdate', createdAt.toUTC().toISO({ suppressMilliseconds: true })!),
    dav('getlastmodified', at.toHTTP()!),
    dav('supportedlock', ENTRIES),
    ...(version
      ? [
          dav('getcontentlength', String(version.size)),
          dav('getcontenttype', version.mediaType),
          dav('getetag', etagFrom(version)),
        ]
      : []),
  ]
}

async function quotaProperties(): Promise<Property[]> {
  const [quota, used] = [await quotaBytes(), await storedBytes()]
  return [
    dav('quota-used-bytes', String(used)),
    ...(quota === null ? [] : [dav('quota-available-bytes', String(Math.max(0, quota - used)))]),
  ]
}

function lockdiscovery({ spaceId, address }: Thing, held: Map<string, Lock[]>): XmlMarkup {
  const locks = (spaceId && held.get(spaceId)) || []
  return activeLocks(
    holdingAt(address.names, locks).map((lock) => {
      const depth = lock.path === '' ? 0 : lock.path.split('/').length
      return { ...lock, href: hrefOf({ ...address, names: address.names.slice(0, depth) }, false) }
    })
  )
}
