import { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { releaseBelow } from '../../dav/locks.js'
import { refuseHeld } from '../../holds/held.js'
import { copyTree } from '../../nodes/copy.js'
import { move, rename } from '../../nodes/move.js'
import Node from '../../nodes/node.js'
import { refuseName } from '../../nodes/naming.js'
import { discard } from '../../nodes/trash.js'
import DocumentType from '../../types/document_type.js'
import { type CmisCall, mustReach } from '../call.js'
import { Changed, NoSuchObject, RootRefused } from '../errors.js'
import { given } from '../given.js'
import { mustBeFree } from '../holding.js'
import { changeToken } from '../told_values.js'
import { mustBeDocument, thingCalled, type Thing } from '../thing.js'
import { DOCUMENT, FOLDER, typesOf } from '../types.js'

/** What she may change, held until the end. @throws constraint at the root, updateConflict */
export async function mustChange(call: CmisCall, thing: Thing): Promise<Node> {
  if (!thing.node) throw RootRefused()
  mustReach(call, thing.node.accessId, 'editor')
  const node = await Node.hold(thing.node.id)
  if (node.deletedAt) throw NoSuchObject()
  const seen = call.params.get('changeToken')
  if (seen && seen !== changeToken(thing)) throw Changed()
  await mustBeFree(call, thing)
  return node
}

/** Writes what is said of an object, and its name (CMIS 1.1 §2.2.4.12). */
export async function updateProperties(call: CmisCall, thing: Thing): Promise<string> {
  const node = await mustChange(call, thing)
  await refuseHeld([node.id])
  const types = typesOf(await DocumentType.inOrder())
  const base = node.kind === 'folder' ? FOLDER : DOCUMENT
  const own = types.find(({ type }) => type && type.id === node.typeId)
  const said = given(call.params, own ?? types.find(({ id }) => id === base)!)
  if (said.name !== undefined && said.name !== node.name) {
    await rename(node, said.name, call.actor)
    await releaseBelow({ spaceId: thing.space.id, names: thing.names })
  }
  if (node.kind === 'folder') return node.id
  const { title, date } = said
  if (title) node.title = title
  if (date !== undefined) node.documentDate = date ? DateTime.fromISO(date, { zone: 'utc' }) : null
  node.fields = { ...node.fields, ...said.fields }
  await node.merge({ updatedAt: clock.now() }).save()
  await journal.append({ type: 'ged.described', subject: node.ref, actor: call.actor })
  return node.id
}

/** Puts an object in another folder of its repository (§2.2.4.15). */
export async function moveObject(call: CmisCall, thing: Thing, root: Thing): Promise<string> {
  const node = await mustChange(call, thing)
  const to = await thingCalled(call, root, call.params.need('targetFolderId'))
  if (to.version) throw NoSuchObject()
  mustReach(call, to.place.accessId, 'contributor')
  await mustBeFree(call, to)
  await move(node, to.place, call.actor)
  await releaseBelow({ spaceId: thing.space.id, names: thing.names })
  return node.id
}

/** Copies a document, its last version, into a folder (§2.2.4.2). */
export async function createFromSource(call: CmisCall, above: Thing, root: Thing): Promise<string> {
  const source = mustBeDocument(await thingCalled(call, root, call.params.need('sourceId')))
  if (above.version) throw NoSuchObject()
  mustReach(call, above.place.accessId, 'contributor')
  await mustBeFree(call, above)
  const name = call.params.properties.get('cmis:name')?.[0] ?? source.node.name
  await refuseName(above.place, name)
  const made = await copyTree(source.node, above.place, name, { by: call.actor })
  return made.get(source.node.id)!
}

/** Puts an object in the trash, with all its versions and all that it holds (§2.2.4.16, §2.2.4.17). */
export async function deleteObject(call: CmisCall, thing: Thing): Promise<void> {
  const node = await mustChange(call, thing)
  await discard(node, call.actor)
  await releaseBelow({ spaceId: thing.space.id, names: thing.names })
}
