import { Readable } from 'node:stream'
import { sendDocument } from '#web/documents/send'
import Version from '../nodes/version.js'
import type { DavCall } from './call.js'
import { etagFrom } from './conditions.js'
import { NotHere } from './errors.js'
import { existing } from './locate.js'

/** The bytes of a document, or a part of them; a folder has none. */
export async function readFile(call: DavCall): Promise<void> {
  const { ctx } = call
  const { node } = await existing(call)
  if (node?.kind !== 'document') throw NotHere()
  const version = await Version.lastOf(node.id)
  ctx.response.header('last-modified', version.at.toHTTP()!)
  if (ctx.request.method() !== 'HEAD') {
    return sendDocument(ctx, version.documentId, { name: node.name, etag: etagFrom(version) })
  }
  ctx.response.header('etag', etagFrom(version)).header('accept-ranges', 'bytes')
  ctx.response.header('content-type', version.mediaType)
  ctx.response.header('content-length', String(version.size))
  ctx.response.stream(Readable.from([]))
}
