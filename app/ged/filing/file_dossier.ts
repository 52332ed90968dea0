import { SYSTEM } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { type ClosedDossier, roomOfDossiers } from '#web/dossiers'
import Node from '../nodes/node.js'
import { forget } from '../nodes/trash.js'
import { openDossierFolder } from './dossier_folder.js'
import { filePaper } from './file_paper.js'
import Filing, { WHOLE } from './filing.js'

/**
 * Makes what is filed of a dossier what its room says of it, in the transaction in context: what it
 * holds is filed over the same bytes, what changed has one more version, what is no more is forgotten.
 * Done again, it changes nothing.
 */
export async function fileDossier(roomName: string, id: string): Promise<void> {
  const room = roomOfDossiers(roomName)
  if (!room) return
  const ref = { room: roomName, id }
  await Filing.hold(ref)
  const dossier = await room.dossiers.read(id)
  const filed = new Map((await Filing.of(ref)).map(({ paper, nodeId }) => [paper, nodeId]))
  if (!dossier?.papers.length) return forgetAll(filed)
  const known = filed.get(WHOLE)
  const folder = known ? await Node.get(known) : await openDossierFolder(room, id, dossier)
  const changed = await filePapers(folder, { ref, dossier, filed })
  if (changed.length === 0) return
  const data = { room: roomName, dossier: id, documents: changed }
  await journal.append({ type: 'ged.filed', subject: folder.ref, actor: SYSTEM, data })
}

/** The digests of what was filed, or filed anew. */
async function filePapers(
  folder: Node,
  {
    ref,
    dossier,
    filed,
  }: {
    ref: { room: string; id: string }
    dossier: ClosedDossier
    filed: Map<string, string>
  }
): Promise<string[]> {
  const changed = []
  for (const paper of dossier.papers) {
    const nodeId = filed.get(paper.key) ?? null
    const digest = await filePaper(folder, { ref, dossier, paper, nodeId })
    if (digest) changed.push(digest)
  }
  const held = new Set(dossier.papers.map(({ key }) => key))
  const gone = [...filed].filter(([key]) => key !== WHOLE && !held.has(key))
  for (const [, nodeId] of gone) await forgetFiled(nodeId)
  return changed
}

/** Its room keeps nothing of it any more: neither do we. The folder goes after what it held. */
async function forgetAll(filed: Map<string, string>): Promise<void> {
  const papers = [...filed].toSorted(([one], [other]) => other.length - one.length)
  for (const [, nodeId] of papers) await forgetFiled(nodeId)
}

async function forgetFiled(nodeId: string): Promise<void> {
  const node = await Node.hold(nodeId)
  await Filing.forget(nodeId)
  await journal.append({ type: 'ged.unfiled', subject: node.ref, actor: SYSTEM })
  await forget(node)
}
