import { journal } from '#kernel/journal'
import { nothingTold } from '../../nodes/deposit_file.js'
import { fileDocument } from '../../nodes/file_document.js'
import { refuseName } from '../../nodes/naming.js'
import Node from '../../nodes/node.js'
import { type CmisCall, mustReach } from '../call.js'
import { Unclear } from '../errors.js'
import { givenAnew } from '../given.js'
import { mustBeFree } from '../holding.js'
import { keepContent } from '../store_content.js'
import { NoSuchObject } from '../errors.js'
import type { Thing } from '../thing.js'
import { DOCUMENT, FOLDER } from '../types.js'

/** Opens a folder in one (CMIS 1.1 §2.2.4.3). Gives its identifier. */
export async function createFolder(call: CmisCall, above: Thing): Promise<string> {
  mustHoldThings(call, above)
  const { name = '' } = await givenAnew(call.params, FOLDER)
  await mustBeFree(call, above)
  await refuseName(above.place, name)
  return (await Node.openFolder(above.place, name, call.actor)).id
}

/** Files a document in a folder, with what is said of it (§2.2.4.1). Gives its identifier. */
export async function createDocument(call: CmisCall, above: Thing): Promise<string> {
  mustHoldThings(call, above)
  const {
    name = call.file?.name ?? '',
    title,
    date,
    fields,
    type,
  } = await givenAnew(call.params, DOCUMENT)
  if (call.params.get('versioningState') === 'checkedout') {
    throw Unclear('Un document se dépose, puis se réserve.')
  }
  await mustBeFree(call, above)
  await refuseName(above.place, name)
  const file = await keepContent(call, name)
  const usual = nothingTold(name)
  const told = {
    ...{ ...usual, title: title || usual.title, date: date ?? null },
    ...{ typeId: type.type?.id ?? null, fields },
  }
  const node = await fileDocument(above.place, { name, told, file, by: call.actor })
  const data = { documentId: file.id, sha256: file.sha256 }
  await journal.append({ type: 'ged.deposited', subject: node.ref, actor: call.actor, data })
  return node.id
}

function mustHoldThings(call: CmisCall, { version, place }: Thing): void {
  if (version) throw NoSuchObject()
  mustReach(call, place.accessId, 'contributor')
}
