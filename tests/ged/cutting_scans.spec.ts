import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getActiveTest, test } from '@japa/runner'
import { closeFolder } from '#app/ged/closing/close_folder'
import { visitInlet } from '#app/ged/inlets/visit_inlet'
import Inlet from '#app/ged/inlets/inlet'
import Node from '#app/ged/nodes/node'
import { discard } from '#app/ged/nodes/trash'
import Version from '#app/ged/nodes/version'
import { setOwnRights } from '#app/ged/access/own_rights'
import { cutScan } from '#app/ged/separators/cut_scan'
import { rootOf } from '#app/ged/spaces/root_of'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import DocumentType from '#app/ged/types/document_type'
import { giveUsualTypes } from '#app/ged/types/usual_types'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { clock } from '#kernel/clock'
import { uuidv7 } from '#lib/values'
import { ONLY_PARTS } from '#lib/separators/sheet_code'
import { runDueJobs } from '#tests/helpers/jobs'
import { scanOf } from '#tests/lib/separators/scanned'
import { person, place } from '#tests/world/world'
import { importInto, memberApart } from './support/commands.js'
import { aFolder } from './support/documents.js'
import { folderOf } from './support/folders.js'
import { inletOf, scansOf } from './support/inlets.js'
import { cutOf, partsOf, printedSheet, written } from './support/sheets.js'

const JOB = 'ged.cut_scan'
const LEFT = /le dossier que dit sa feuille/

/** A member that prints sheets: one that says an invoice of the 1st of December in « Factures ». */
async function scene(tenant: { id: string; siren: string }) {
  const within = <T>(work: () => Promise<T>) => tenancy.run(tenant.id, work)
  return within(async () => {
    await commonSpace()
    await giveUsualTypes()
    const folder = await aFolder(`Factures ${uuidv7()}`)
    const type = (await DocumentType.query().where('code', 'facture').first())!
    const order = { ...ONLY_PARTS, typeId: type.id, folderId: folder.id, date: '2026-12-01' }
    const sheet = await printedSheet(tenant.siren, order)
    const parting = await printedSheet(tenant.siren, ONLY_PARTS)
    return { within, folder, type, sheet, parting }
  })
}

const named = (tenantId: string, name: string) =>
  tenancy.run(tenantId, () => Node.query().where({ name, kind: 'document' }).firstOrFail())

test.group('A scan with separator sheets', () => {
  test('that is dropped is cut there: each document typed, dated and filed, the scan as it came', async ({
    client,
    assert,
  }) => {
    const tenant = await place('kervalan')
    const { folder, type, sheet, parting, within } = await scene(tenant)
    const bytes = scanOf([written(1), sheet, written(2), written(3), parting, written(4)])
    const name = `pile ${uuidv7()}.pdf`
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await client
      .post('/c/kervalan/ged/espaces/commun/documents')
      .file('files[]', bytes, { filename: name })
      .loginAs(agent)
      .withCsrfToken()
    await runDueJobs(tenant.id, JOB)
    const scan = await named(tenant.id, name)
    const stem = name.replace('.pdf', '')
    const plain = { typeId: null, date: null, parentId: scan.parentId, leftBecause: null }
    const parts = await partsOf(tenant.id, scan.id)
    assert.containsSubset(parts, [
      { name: `${stem} (page 1).pdf`, pages: 'page 1', ...plain },
      { name: `${stem} (page 6).pdf`, pages: 'page 6', ...plain },
      {
        ...{ name: `${stem} (pages 3 à 4).pdf`, pages: 'pages 3 à 4', typeId: type.id },
        ...{ date: '2026-12-01', parentId: folder.id, leftBecause: null },
      },
    ])
    await within(async () => {
      const kept = await documents.read((await Version.lastOf(scan.id)).documentId)
      assert.isTrue(kept.equals(bytes))
      assert.equal((await Node.get(parts[0].id)).createdBy, agent.id)
    })
    const page = await client.get(`/c/kervalan/ged/documents/${scan.id}`).loginAs(agent)
    page.assertTextIncludes('A pour extrait')
    page.assertTextIncludes('pages 3 à 4')
    page.assertTextIncludes('Coupé en 3 documents')
    assert.equal((await cutOf(tenant.id, scan.id))?.parts, 3)
    await cutScan(tenant.id, scan.id, 'member')
    assert.lengthOf(await partsOf(tenant.id, scan.id), 3)
  })

  test('goes where who brings it files, and stays beside the scan with the reason otherwise', async ({
    client,
    assert,
  }) => {
    const tenant = await place('kervalan')
    const { within, folder, sheet, parting } = await scene(tenant)
    const gone = await within(async () => {
      await setOwnRights(
        folder,
        [{ principal: { kind: 'role', id: 'agent' }, level: 'reader' }],
        SYSTEM
      )
      const thrown = await aFolder(`Jeté ${uuidv7()}`)
      await discard(thrown, SYSTEM)
      const order = { ...ONLY_PARTS, folderId: thrown.id, typeId: uuidv7() }
      return printedSheet(tenant.siren, order)
    })
    const name = `pile ${uuidv7()}.pdf`
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const drop = client
      .post('/c/kervalan/ged/espaces/commun/documents')
      .file('files[]', scanOf([sheet, written(1), gone, written(2), parting, written(3)]), {
        filename: name,
      })
    await drop.loginAs(agent).withCsrfToken()
    await runDueJobs(tenant.id, JOB)
    const scan = await named(tenant.id, name)
    const [first, second, third] = await partsOf(tenant.id, scan.id)
    for (const part of [first, second]) {
      assert.match(part.leftBecause!, LEFT)
      assert.equal(part.parentId, scan.parentId)
    }
    // What it may be told is told all the same
    assert.equal(first.date, '2026-12-01')
    assert.match(second.leftBecause!, /le type que dit sa feuille n’existe plus/)
    assert.isNull(third.leftBecause)
  })

  test('that nobody here printed is a page of the document', async ({ assert }) => {
    const [member, other] = [await memberApart(), await memberApart()]
    const { parting } = await scene(member)
    const { sheet } = await scene(other)
    const root = await folderOf({
      'autre.pdf': scanOf([sheet, written(1)]),
      'rien.pdf': scanOf([written(1), written(2)]),
      'seules.pdf': scanOf([parting, parting]),
    })
    await importInto(member, root)
    await runDueJobs(member.id, JOB)
    for (const name of ['autre.pdf', 'rien.pdf', 'seules.pdf']) {
      const { id } = await named(member.id, name)
      assert.lengthOf(await partsOf(member.id, id), 0)
      assert.isNull(await cutOf(member.id, id))
    }
  })

  test('is looked at only where somebody prints sheets', async ({ assert }) => {
    const member = await memberApart()
    await importInto(member, await folderOf({ 'a.pdf': scanOf([written()]), 'b.txt': 'b' }))
    const waiting = await systemDb()
      .from('kernel.outbox')
      .where({ tenant_id: member.id, name: JOB })
    assert.lengthOf(waiting, 0)
  })

  test('that is imported counts once, whatever it is cut into', async ({ assert }) => {
    const member = await memberApart()
    const { sheet, folder } = await scene(member)
    const root = await folderOf({ 'pile.pdf': scanOf([sheet, written(1), sheet, written(2)]) })
    const { report } = await importInto(member, root)
    await runDueJobs(member.id, JOB)
    assert.containsSubset(report, { seen: 1, imported: 1, duplicates: 0, refused: 0, errors: [] })
    const { id } = await named(member.id, 'pile.pdf')
    const parts = await partsOf(member.id, id)
    assert.deepEqual(
      parts.map(({ parentId }) => parentId),
      [folder.id, folder.id]
    )
    const again = await importInto(member, root)
    await runDueJobs(member.id, JOB)
    assert.containsSubset(again.report, { seen: 1, skipped: 1, imported: 0 })
    assert.lengthOf(await partsOf(member.id, id), 2)
  })

  test('that comes by an inlet goes where who opened it may file, and its page says the rest', async ({
    client,
    assert,
  }) => {
    const tenant = await place('kervalan')
    const { sheet, folder, within } = await scene(tenant)
    const { inlet, folder: tray } = await inletOf(tenant, { kind: 'folder', source: 'Accueil' })
    // A folder of scans is watched by one inlet, and others open theirs in this member
    const shut = async () =>
      (await Inlet.findOrFail(inlet.id)).merge({ closedAt: clock.now() }).save()
    getActiveTest()?.cleanup(() => within(shut).then(() => undefined))
    const opener = await person('Anne Kermarec', { kervalan: ['administrator', 'agent'] })
    const { write, folder: scans } = await scansOf(tenant, {})
    const names = [`un ${uuidv7()}.pdf`, `deux ${uuidv7()}.pdf`]
    for (const [rank, name] of names.entries()) {
      await within(async () => {
        const openedBy = rank === 0 ? opener.id : null
        await (await Inlet.findOrFail(inlet.id)).merge({ openedBy }).save()
      })
      await write(name, scanOf([sheet, written(1)]))
      await visitInlet(tenant.id, inlet.id)
      await runDueJobs(tenant.id, JOB)
    }
    const [[first], [second]] = await Promise.all(
      names.map(async (name) => partsOf(tenant.id, (await named(tenant.id, name)).id))
    )
    assert.containsSubset(first, { parentId: folder.id, leftBecause: null })
    assert.equal(second.parentId, tray.id)
    assert.match(second.leftBecause!, LEFT)
    const page = await client.get(`/c/kervalan/ged/arrivees/${inlet.id}`).loginAs(opener)
    page.assertTextIncludes('Coupé en 1 document')
    page.assertTextIncludes('le dossier que dit sa feuille n’existe plus')
    assert.isAbove((await readFile(join(scans, 'Traités', names[0]))).length, 1000)
  })

  test('stays whole in a folder that was closed meanwhile, and says so', async ({ assert }) => {
    const member = await memberApart()
    const { parting, within } = await scene(member)
    const root = await folderOf({ 'clos/pile.pdf': scanOf([parting, written(1)]) })
    await importInto(member, root)
    const scan = await named(member.id, 'pile.pdf')
    await within(async () =>
      closeFolder(await Node.get(scan.parentId!), { from: '2026-12-01', deposit: null }, SYSTEM)
    )
    await runDueJobs(member.id, JOB)
    assert.lengthOf(await partsOf(member.id, scan.id), 0)
    assert.match((await cutOf(member.id, scan.id))!.trouble!, /est clos/)
  })

  test('in a space that is asked for goes to its root', async ({ assert }) => {
    const member = await memberApart()
    const { within } = await scene(member)
    const { root, sheet } = await within(async () => {
      const { id } = await commonSpace()
      const order = { ...ONLY_PARTS, spaceId: id }
      return { root: await rootOf(id), sheet: await printedSheet(member.siren, order) }
    })
    await importInto(member, await folderOf({ 'bas/pile.pdf': scanOf([sheet, written(1)]) }))
    await runDueJobs(member.id, JOB)
    const [part] = await partsOf(member.id, (await named(member.id, 'pile.pdf')).id)
    assert.equal(part.parentId, root.parentId)
  })
})
