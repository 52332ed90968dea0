import Node from '../nodes/node.js'
import { readableSpaces } from '../spaces/readable.js'
import { clock } from '#kernel/clock'
import { hrefOf } from './address.js'
import type { DavCall } from './call.js'
import { Forbidden } from './errors.js'
import { existing } from './locate.js'
import { isFolder, propertiesOf, type Thing } from './properties.js'
import type { PropertyName } from './dead_properties.js'
import { readPropfind } from './read_bodies.js'
import { multistatus, type Property, type Told } from './write_xml.js'

/** Depth 0 or 1 (RFC 4918 §9.1): what stands below everything is never told at once. */
export async function propfind(call: DavCall): Promise<void> {
  const { ctx } = call
  const depth = ctx.request.header('depth') ?? 'infinity'
  const asked = await readPropfind(call.text)
  if (depth !== '0' && depth !== '1') throw Forbidden()
  const [self, below] = call.address.space ? await ofSpace(call) : await ofMember(call)
  const things = depth === '1' ? [self, ...(await below())] : [self]
  const properties = await propertiesOf(things)
  const told = things.map((thing, rank) => ({
    href: hrefOf(thing.address, isFolder(thing)),
    ...chosen(properties[rank], asked),
  }))
  answerMultistatus(call, told)
}

export function answerMultistatus({ ctx }: DavCall, told: Told[]): void {
  ctx.response.status(207).header('content-type', 'application/xml; charset=utf-8')
  ctx.response.send(multistatus(told))
}

function chosen(
  all: Property[],
  { names, isNamesOnly }: { names: PropertyName[] | null; isNamesOnly: boolean }
): Pick<Told, 'found' | 'missing'> {
  if (!names)
    return { found: all.map((one) => (isNamesOnly ? { ...one, value: '' } : one)), missing: [] }
  const is = (name: PropertyName) => (one: PropertyName) =>
    one.name === name.name && one.namespace === name.namespace
  return {
    found: names.flatMap((name) => all.find(is(name)) ?? []),
    missing: names.filter((name) => !all.some(is(name))),
  }
}

type Found = [Thing, () => Promise<Thing[]>]

/** The spaces that one may read. */
async function ofMember({ address, levels }: DavCall): Promise<Found> {
  const thing = (space: string | null, label: string, createdAt = clock.now()): Thing => ({
    ...{ address: { ...address, space, names: [] }, node: null, spaceId: null, label, createdAt },
  })
  const below = async () => {
    const spaces = await readableSpaces(levels, 'slug')
    return spaces.map(({ space: { slug, name, createdAt } }) => thing(slug, name, createdAt))
  }
  return [thing(null, address.tenant), below]
}

async function ofSpace(call: DavCall): Promise<Found> {
  const { address, levels } = call
  const { space, node, place } = await existing(call)
  const self: Thing = {
    ...{ address, node, spaceId: space.id, label: node?.name ?? space.name },
    createdAt: node?.createdAt ?? space.createdAt,
  }
  const below = async () => {
    if (!isFolder(self)) return []
    const nodes = await Node.at(node ? node.within : place)
      .whereIn('access_id', [...levels.keys()])
      .orderBy('name_key')
    return nodes.map((one) => ({
      ...{ address: { ...address, names: [...address.names, one.name] }, node: one },
      ...{ spaceId: space.id, label: one.name, createdAt: one.createdAt },
    }))
  }
  return [self, below]
}
