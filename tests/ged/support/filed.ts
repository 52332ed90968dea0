import type { Assert } from '@japa/assert'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import Filing, { WHOLE, type DossierRef } from '#app/ged/filing/filing'
import Node from '#app/ged/nodes/node'
import Version from '#app/ged/nodes/version'
import { pathOf, waysTo } from '#app/ged/nodes/paths'
import { roomOfDossiers } from '#web/dossiers'

/** What is filed of a dossier: its folder, where it stands, and the last version of its papers by their keys. */
export const filedOf = (tenantId: string, ref: DossierRef) =>
  tenancy.run(tenantId, async () => {
    const papers = new Map<string, { node: Node; last: Version }>()
    let folder: Node | null = null
    for (const { paper, nodeId } of await Filing.of(ref)) {
      const node = await Node.get(nodeId)
      if (paper === WHOLE) folder = node
      else papers.set(paper, { node, last: await Version.lastOf(nodeId) })
    }
    const way = folder && (await waysTo([folder.id])).get(folder.id)!
    return { folder, path: way && pathOf(way), papers }
  })

/** That what a room closed is filed, each paper as another name of the bytes that it has there. */
export async function isFiled(tenantId: string, ref: DossierRef, assert: Assert) {
  const filed = await filedOf(tenantId, ref)
  assert.isNotNull(filed.folder, `the dossier ${ref.id} of ${ref.room} is filed`)
  await tenancy.run(tenantId, async () => {
    const dossier = (await roomOfDossiers(ref.room)!.dossiers.read(ref.id))!
    assert.isNotEmpty(dossier.papers)
    assert.sameMembers(
      [...filed.papers.keys()],
      dossier.papers.map(({ key }) => key)
    )
    for (const { key, documentId } of dossier.papers) {
      const { last } = filed.papers.get(key)!
      assert.equal(last.digest, (await documents.find(documentId)).sha256)
      assert.notEqual(last.documentId, documentId)
    }
  })
  return filed
}
