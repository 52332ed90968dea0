import { test } from '@japa/runner'
import { verifyDocuments } from '#console/documents/verify'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { dossierClosed } from '#web/dossiers'
import { uuidv7 } from '#lib/values'
import DepositDocument from '#app/archiving/models/deposit_document'
import { fileDossier } from '#app/ged/filing/file_dossier'
import { takeUpDossiers } from '#app/ged/jobs/take_up_dossiers'
import Version from '#app/ged/nodes/version'
import Space from '#app/ged/spaces/space'
import { giveUsualTypes } from '#app/ged/types/usual_types'
import DocumentType from '#app/ged/types/document_type'
import { askForDeposit, contextOf } from '#tests/archiving/archive_world'
import { runDueJobs } from '#tests/helpers/jobs'
import { placeApart } from '#tests/world/journals'
import { filedOf, isFiled } from './support/filed.js'

const FILES = 'ged.file_dossier'

/** An acte that a member apart closed: its jobs wait. */
async function closedActe(tenantId: string) {
  const id = uuidv7()
  await askForDeposit(tenantId, { origin: { capability: 'actes', id } })
  return { room: 'actes', id }
}

const within = <T>(tenantId: string, work: () => Promise<T>) => tenancy.run(tenantId, work)
const files = (tenantId: string) => runDueJobs(tenantId, FILES)
const tellsAgain = (tenantId: string, { room, id: dossierId }: { room: string; id: string }) =>
  within(tenantId, () => dossierClosed.emit({ room, dossierId }))

/** Another room has let a dossier go: its deposit is no more. */
const isErased = (tenantId: string, { room, id }: { room: string; id: string }) =>
  within(tenantId, async () => {
    const here = (table: string) => tenancy.trx().from(table).where('tenant_id', tenantId)
    const own = { origin_capability: room, origin_id: id }
    const [deposit] = await here('archiving.deposits').where(own).select('id')
    const rows = await here('archiving.deposit_documents').where('deposit_id', deposit.id)
    await here('archiving.deposit_documents').where('deposit_id', deposit.id).delete()
    await here('archiving.deposits').where('id', deposit.id).delete()
    for (const { document_id: document } of rows) await documents.delete(document)
  })

const stored = (tenantId: string) =>
  within(tenantId, async () => {
    const here = (table: string) => tenancy.trx().from(table).where('tenant_id', tenantId)
    const [{ sum }] = await here('kernel.stored_bytes').sum('bytes as sum')
    const [{ count }] = await here('kernel.blobs').count('* as count')
    return { bytes: Number(sum), blobs: Number(count) }
  })

test.group('A dossier that a room closed', (group) => {
  let tenantId: string
  group.each.setup(async () => void (tenantId = await placeApart()))

  test('is filed over the same bytes, with what its room says of it', async ({ assert }) => {
    await within(tenantId, () => giveUsualTypes())
    const ref = await closedActe(tenantId)
    const before = await stored(tenantId)
    await files(tenantId)
    const { path, folder, papers } = await isFiled(tenantId, ref, assert)
    assert.deepEqual(await stored(tenantId), before)
    assert.match(path!, /^Actes\/2026\/035-213500012-20261119-\w+-DE – Délibération 2026-042/)
    const { node } = papers.get('1')!
    assert.equal(node.title, 'Délibération signée')
    assert.equal(node.documentDate!.toISODate(), '2026-11-20')
    assert.deepEqual(
      [node.retentionRule, node.finalAction, node.retentionFrom!.toISODate()],
      ['P1Y', 'keep', '2026-11-19']
    )
    const type = await within(tenantId, () => DocumentType.findOrFail(node.typeId))
    assert.include(type.label, 'Délibération')
    const [entry] = await within(tenantId, () => journal.entriesOf(folder!.ref))
    assert.equal(entry.type, 'ged.filed')
    const report = await verifyDocuments([tenantId])
    assert.deepInclude(report, { objects: before.blobs, altered: [], missing: [], orphans: [] })
  })

  test('is one however many times it is told, and by how many at a time', async ({ assert }) => {
    const ref = await closedActe(tenantId)
    await files(tenantId)
    const once = await filedOf(tenantId, ref)
    const again = () => within(tenantId, () => fileDossier(ref.room, ref.id))
    await Promise.all([again(), again(), again()])
    const after = await isFiled(tenantId, ref, assert)
    assert.equal(after.folder!.id, once.folder!.id)
    const versions = await within(tenantId, () => Version.of(after.papers.get('1')!.node.id))
    assert.lengthOf(versions, 1)
    assert.lengthOf(await within(tenantId, () => journal.entriesOf(once.folder!.ref)), 1)
  })

  test('is one of two who open the space at the same time', async ({ assert }) => {
    const refs = [await closedActe(tenantId), await closedActe(tenantId)]
    await Promise.all(refs.map(({ room, id }) => within(tenantId, () => fileDossier(room, id))))
    for (const ref of refs) await isFiled(tenantId, ref, assert)
    const spaces = await within(tenantId, () => Space.query().where('kind', 'system'))
    assert.lengthOf(spaces, 1)
  })

  test('has one more version of what was completed, and its papers of today', async ({
    assert,
  }) => {
    const ref = await closedActe(tenantId)
    await files(tenantId)
    const first = await filedOf(tenantId, ref)
    await within(tenantId, async () => {
      const completed = await documents.store(Buffer.from(`complété ${uuidv7()}`), { name: 'a' })
      const [deed] = await DepositDocument.query().where('position', 1)
      await DepositDocument.query().where('id', deed.id).update({ document_id: completed.id })
      await DepositDocument.query().where('position', 2).delete()
    })
    await tellsAgain(tenantId, ref)
    await files(tenantId)
    const { papers } = await isFiled(tenantId, ref, assert)
    const { node } = papers.get('1')!
    assert.equal(node.id, first.papers.get('1')!.node.id)
    const labels = await within(tenantId, async () =>
      (await Version.of(node.id)).map(({ label }) => label)
    )
    assert.deepEqual(labels, ['2.0', '1.0'])
  })

  test('goes from here with what its room erases, bytes and words', async ({ assert }) => {
    const ref = await closedActe(tenantId)
    await files(tenantId)
    const { folder, papers } = await isFiled(tenantId, ref, assert)
    await isErased(tenantId, ref)
    await tellsAgain(tenantId, ref)
    await files(tenantId)
    assert.deepEqual(await filedOf(tenantId, ref), { folder: null, path: null, papers: new Map() })
    const ids = [folder!.id, ...[...papers.values()].map(({ node }) => node.id)]
    const left = await within(tenantId, async () => {
      const here = (table: string) => tenancy.trx().from(table).where('tenant_id', tenantId)
      return [
        ...(await here('ged.nodes').whereIn('id', ids)),
        ...(await here('kernel.search_entries').whereIn('thing_id', ids)),
        ...(await here('kernel.blobs')),
      ]
    })
    assert.deepEqual(left, [])
    assert.equal((await stored(tenantId)).bytes, 0)
  })

  test('is nowhere for a member without the documents, and no fault', async ({ assert }) => {
    await within(tenantId, async () => {
      const settings = JSON.stringify({ services: ['actes', 'archiving'] })
      const rows = tenancy.trx().from('kernel.tenants').where('id', tenantId)
      await rows.update({ settings })
    })
    tenants.forget()
    const ref = await closedActe(tenantId)
    await files(tenantId)
    assert.isNull((await filedOf(tenantId, ref)).folder)
    const spaces = await within(tenantId, () => Space.query().where('kind', 'system'))
    assert.lengthOf(spaces, 0)
  })

  test('of before the space is taken up, from where a run was cut', async ({ assert }) => {
    const refs = []
    for (let n = 0; n < 3; n++) refs.push(await closedActe(tenantId))
    // What was told is forgotten, as it was by a platform that had no such place
    const told = () => systemDb().from('kernel.outbox').where({ tenant_id: tenantId, name: FILES })
    await told().delete()
    const [first, ...others] = refs.map(({ id }) => id).toSorted()
    await takeUpDossiers.run({ room: 'actes', after: first }, contextOf(tenantId))
    await files(tenantId)
    const isThere = async (id: string) =>
      (await filedOf(tenantId, { room: 'actes', id })).folder !== null
    assert.isFalse(await isThere(first))
    for (const id of others) assert.isTrue(await isThere(id))
    // The space that was opened on the way asks for all of them
    await runDueJobs(tenantId, takeUpDossiers.name)
    await files(tenantId)
    for (const ref of refs) await isFiled(tenantId, ref, assert)
  })

  test('that is told in a transaction undone is not filed, and one told is filed after a cut', async ({
    assert,
  }) => {
    const id = uuidv7()
    const cut = within(tenantId, async () => {
      await dossierClosed.emit({ room: 'actes', dossierId: id })
      throw new Error('cut')
    })
    await assert.rejects(() => cut, 'cut')
    const waits = () =>
      within(tenantId, async () => {
        const rows = tenancy.trx().from('kernel.outbox').where({ tenant_id: tenantId, name: FILES })
        return rows.whereNull('done_at')
      })
    assert.lengthOf(await waits(), 0)
    const ref = await closedActe(tenantId)
    const undone = within(tenantId, async () => {
      await fileDossier(ref.room, ref.id)
      throw new Error('killed')
    })
    await assert.rejects(() => undone, 'killed')
    assert.isNull((await filedOf(tenantId, ref)).folder)
    assert.lengthOf(await waits(), 1)
    await files(tenantId)
    await isFiled(tenantId, ref, assert)
  })
})
