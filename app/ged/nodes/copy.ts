import type { Actor } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { referAgain } from '#web/documents/refer_again'
import { fileDocument } from './file_document.js'
import { freeName } from './naming.js'
import Node, { type Description, type Place } from './node.js'
import Version from './version.js'

/**
 * Copies a document, its last version, or a folder with what it holds: the same bytes, named once
 * more. Gives what was made of each, by their identifiers.
 */
export async function copyTree(
  node: Node,
  to: Place,
  name: string,
  { by, isShallow = false }: { by: Actor; isShallow?: boolean }
): Promise<Map<string, string>> {
  if (node.kind === 'document') {
    const copy = await copyDocument(node, to, name, by)
    return new Map([[node.id, copy.id]])
  }
  const held = isShallow ? [] : await Node.at(node.within)
  const folder = await Node.openFolder(to, await freeName(to, name), by)
  const made = new Map([[node.id, folder.id]])
  for (const one of held) {
    const below = await copyTree(one, folder.within, one.name, { by })
    for (const [from, copy] of below) made.set(from, copy)
  }
  return made
}

async function copyDocument(node: Node, to: Place, wanted: string, by: Actor): Promise<Node> {
  const last = await Version.lastOf(node.id)
  const { id, sha256, size, mediaType } = await referAgain(last.documentId)
  const name = await freeName(to, wanted)
  const told = { ...toldOf(node), title: name === node.name ? node.title : name }
  const copy = await fileDocument(to, { name, told, file: { id, sha256, size, mediaType }, by })
  const data = { documentId: id, sha256, from: node.id }
  await journal.append({ type: 'ged.copied', subject: copy.ref, actor: by, data })
  return copy
}

const toldOf = (node: Node): Description => ({
  ...{ title: node.title, typeId: node.typeId, fields: node.fields, rule: node.retentionRule },
  date: node.documentDate?.toISODate() ?? null,
  finalAction: node.finalAction,
  retentionFrom: node.retentionFrom?.toISODate() ?? null,
})
