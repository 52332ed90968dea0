import { createReadStream } from 'node:fs'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { nothingTold } from '../nodes/deposit_file.js'
import { addVersion, fileDocument } from '../nodes/file_document.js'
import { refuseName } from '../nodes/naming.js'
import Node from '../nodes/node.js'
import Version from '../nodes/version.js'
import { type DavCall, mustReach } from './call.js'
import { NotHere } from './errors.js'
import { locate, refuseTwin } from './locate.js'
import { mustBeFree } from './locks.js'

/** No file of an office is larger. */
export const MOST_BYTES = 4 * 1024 ** 3

/** A new document, or a version of the one that is there: 201 or 204. */
export async function put(call: DavCall): Promise<void> {
  const found = await locate(call, call.address)
  const { node, place, name, space } = found
  if (found.isRoot || node?.kind === 'folder') throw NotHere()
  mustReach(call, node?.accessId ?? place.accessId, node ? 'editor' : 'contributor')
  refuseTwin(found)
  const where = { spaceId: space.id, names: call.address.names }
  await mustBeFree(call, where, { isMember: !node })
  call.ctx.response.status(node ? 204 : 201)
  const { content, sha256 } = call.file!
  const last = node ? await Version.lastOf(node.id) : null
  if (last?.digest === sha256) return
  if (!node) await refuseName(place, name)
  const file = await documents.store(
    Buffer.isBuffer(content) ? content : createReadStream(content),
    { name, maxBytes: MOST_BYTES }
  )
  const data = { documentId: file.id, sha256 }
  const by = call.actor
  if (node && last) {
    // A Mac lays an empty file before it writes: that one was never a version (pydio-core#581)
    const isFirst = last.major === 1 && last.minor === 0 && Number(last.size) === 0
    if (isFirst) await forgetEmpty(node, last)
    const version = await addVersion(node.id, file, { by })
    const said = { ...data, version: version.label }
    await journal.append({ type: 'ged.version_added', subject: node.ref, actor: by, data: said })
    return
  }
  const filed = await fileDocument(place, { name, told: nothingTold(name), file, by })
  await journal.append({ type: 'ged.deposited', subject: filed.ref, actor: by, data })
}

async function forgetEmpty(node: Node, version: Version): Promise<void> {
  await Node.hold(node.id)
  await version.delete()
  await documents.delete(version.documentId)
}
