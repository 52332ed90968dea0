import { defineIndexed, type Entry } from '#web/search'
import Node from '../nodes/node.js'
import Version from '../nodes/version.js'
import DocumentType from '../types/document_type.js'

/** What stands where the index keeps a permission: the list of rights that holds for a document. */
export const permissionOf = (accessId: string): string => `ged.access:${accessId}`

const PEOPLE = new Set(['expediteur', 'destinataires', 'tiers'])

/** A document by its title, its name, what is told of it and the text of its last version. */
export const nodesIndexed = defineIndexed('ged.document', Node, async (node) => {
  if (node.kind !== 'document' || node.deletedAt) return null
  const last = (await Version.lastOf(node.id)) as Version | undefined
  if (!last) return null
  const type = node.typeId ? await DocumentType.find(node.typeId) : null
  return entryOf(node, { typeLabel: type?.label, documentId: last.documentId })
})

type Said = Pick<Node, 'title' | 'name' | 'fields' | 'accessId'>

/** What is said of a document for people to find it. */
export function entryOf(
  node: Said,
  { typeLabel, documentId }: { typeLabel: string | undefined; documentId: string }
): Entry {
  const fields = Object.entries(node.fields)
  return {
    permission: permissionOf(node.accessId),
    words: {
      A: [node.title, node.name],
      B: fields.filter(([key]) => PEOPLE.has(key)).map(([, value]) => value),
      C: [typeLabel, ...fields.filter(([key]) => !PEOPLE.has(key)).map(([, value]) => value)],
    },
    publicWords: null,
    documents: [{ id: documentId, isPublic: false, isReadWhateverItIs: true }],
    isSpelledByTexts: true,
  }
}
