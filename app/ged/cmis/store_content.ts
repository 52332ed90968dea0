import { createReadStream } from 'node:fs'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { addVersion } from '../nodes/file_document.js'
import type { KeptFile } from '../nodes/version.js'
import type { CmisCall } from './call.js'
import { NoContent } from './errors.js'
import { MOST_BYTES } from './read_form.js'
import type { DocumentThing } from './thing.js'

/** Keeps the bytes that came with a call. @throws constraint without any, and the errors of documents */
export async function keepContent({ file }: CmisCall, name: string): Promise<KeptFile> {
  if (!file) throw NoContent()
  const { content } = file
  const source = Buffer.isBuffer(content) ? content : createReadStream(content)
  return documents.store(source, { name, maxBytes: MOST_BYTES })
}

/** Makes of them the next version of a document; the same bytes once more are none. */
export async function addContent(
  call: CmisCall,
  { node, version: last }: DocumentThing,
  how: { comment: string | null; isMajor: boolean }
): Promise<void> {
  if (call.file?.sha256 === last.digest) return
  const file = await keepContent(call, node.name)
  const version = await addVersion(node.id, file, { by: call.actor, ...how })
  const data = { documentId: file.id, sha256: file.sha256, version: version.label }
  await journal.append({ type: 'ged.version_added', subject: node.ref, actor: call.actor, data })
}
