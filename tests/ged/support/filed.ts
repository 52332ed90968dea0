import type { Assert } from '@japa/assert'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { fileDossier } from '#app/ged/filing/file_dossier'
import Filing, { WHOLE, type DossierRef } from '#app/ged/filing/filing'
import Node from '#app/ged/nodes/node'
import Version from '#app/ged/nodes/version'
import { pathOf, waysTo } from '#app/ged/nodes/paths'
import Space from '#app/ged/spaces/space'
import { roomOfDossiers } from '#web/dossiers'
import { draftOf } from '#tests/actes/room'
import { askForDeposit } from '#tests/archiving/archive_world'

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

/** The one paper of an acte that is closed and filed in the tenant in context, and how one reaches it. */
export async function aFiledActe(title: string) {
  const tenantId = tenancy.tenantId()
  // It is there: the pages of what is filed lead to it
  const { id } = await draftOf(await tenants.current(), { objet: title } as never)
  const { id: documentId } = await documents.store(Buffer.from(`acte ${id}`), { name: 'acte.txt' })
  const paper = { documentId, role: 'signed' as const, title, fileName: `${title}.txt` }
  await askForDeposit(tenantId, {
    ...{ title: `Acte ${id}`, documents: [paper] },
    origin: { capability: 'actes', id },
  })
  await fileDossier('actes', id)
  const { folder, path, papers } = await filedOf(tenantId, { room: 'actes', id })
  const { node } = papers.get('1')!
  const { slug } = await Space.findOrFail(node.spaceId)
  return { node, folder: folder!, slug, path: `${path}/${node.name}`, acteId: id }
}
