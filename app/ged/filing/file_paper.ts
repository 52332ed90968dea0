import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import type { ClosedDossier, DossierPaper } from '#web/dossiers'
import { referAgain } from '#web/documents/refer_again'
import { freeName } from '../nodes/naming.js'
import Node, { type Description } from '../nodes/node.js'
import Version from '../nodes/version.js'
import { nodesIndexed } from '../search/indexed.js'
import DocumentType from '../types/document_type.js'
import Filing, { type DossierRef } from './filing.js'

interface Filed {
  ref: DossierRef
  dossier: ClosedDossier
  paper: DossierPaper
  /** What it is filed as already. */
  nodeId: string | null
}

/** Signs of a title. */
const MOST_SIGNS = 500

/**
 * Files a paper of a dossier in its folder, or adds to it what it has become: the same bytes, named
 * once more. Its digest; null when nothing changed.
 */
export async function filePaper(
  folder: Node,
  { ref, dossier, paper, nodeId }: Filed
): Promise<string | null> {
  const { sha256 } = await documents.find(paper.documentId)
  if (nodeId && (await Version.lastOf(nodeId)).digest === sha256) return null
  const node = nodeId ? await Node.hold(nodeId) : await openPaper(folder, dossier, paper)
  if (!nodeId) await Filing.note(ref, paper.key, node.id)
  await Version.add(node.id, await referAgain(paper.documentId), { by: SYSTEM, isMajor: true })
  await nodesIndexed.again(node)
  return sha256
}

async function openPaper(folder: Node, dossier: ClosedDossier, paper: DossierPaper): Promise<Node> {
  const name = await freeName(folder.within, paper.fileName)
  return Node.openDocument(folder.within, name, await toldOf(dossier, paper), SYSTEM)
}

/** What its room knows of it, said as people say it of what they file. */
async function toldOf(dossier: ClosedDossier, paper: DossierPaper): Promise<Description> {
  const type = paper.type ? await typeNamed(paper.type) : null
  const { retention, reference, closedOn } = dossier
  const isNumbered = type?.fields.some(({ key }) => key === 'numero')
  return {
    title: paper.title.slice(0, MOST_SIGNS),
    typeId: type?.id ?? null,
    fields: reference && isNumbered ? { numero: reference } : {},
    date: closedOn,
    rule: retention?.rule ?? null,
    finalAction: retention?.finalAction ?? null,
    retentionFrom: retention?.from ?? null,
  }
}

/** The type of the catalogue that fits; « Délibérations » and « Délibération » are one. */
async function typeNamed(words: string): Promise<DocumentType | null> {
  const types = await DocumentType.query()
  return (
    types.find((type) => type.isCalled(words) || type.isCalled(words.replace(/s$/, ''))) ?? null
  )
}
