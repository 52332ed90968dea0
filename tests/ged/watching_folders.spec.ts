import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { documentsConfig } from '#config/documents'
import { openInlet } from '#app/ged/inlets/inlet_source'
import { takeArrival } from '#app/ged/inlets/take_arrival'
import { visitInlet } from '#app/ged/inlets/visit_inlet'
import Node from '#app/ged/nodes/node'
import { discard } from '#app/ged/nodes/trash'
import { SYSTEM } from '#kernel/actor'
import { EICAR } from '#tests/helpers/daemons'
import { standInClamd } from '#tests/helpers/stand_in_clamd'
import { outlookFile } from '#tests/lib/mail/outlook_by_hand'
import { memberApart } from './support/commands.js'
import { inletOf, scansOf, withInlets } from './support/inlets.js'

const ACCUEIL = { kind: 'folder', source: 'Accueil' } as const
const sorted = async (folder: string) => (await readdir(folder)).toSorted()

test.group('A folder of scans', () => {
  test('gives what it holds once: typed, dated, filed, and moved away', async ({ assert }) => {
    const member = await memberApart()
    const { inlet, filed, within, folder: destination, trouble } = await inletOf(member, ACCUEIL)
    const { folder, write } = await scansOf(member, {
      'Facture 12-03-2026.txt': 'un',
      'scan0001.txt': 'deux',
      '.tampon': 'x',
    })
    assert.deepEqual(await visitInlet(member.id, inlet.id), { taken: 2, refused: 0, trouble: null })
    assert.sameMembers(await filed(), ['Facture 12-03-2026.txt', 'scan0001.txt'])
    const invoice = await within(() => Node.called(destination.within, 'Facture 12-03-2026.txt'))
    assert.equal(invoice!.documentDate!.toISODate(), '2026-03-12')
    assert.isNotNull(invoice!.typeId)
    assert.deepEqual(await sorted(folder), ['.tampon', 'Traités'])
    // The scanner begins its numbers again: another paper, of another moment
    await write('scan0001.txt', 'trois', '2026-03-13T10:00:00Z')
    await visitInlet(member.id, inlet.id)
    assert.include(await filed(), 'scan0001 (2).txt')
    assert.deepEqual(await sorted(join(folder, 'Traités')), [
      'Facture 12-03-2026.txt',
      'scan0001 (2).txt',
      'scan0001.txt',
    ])
    assert.isNull(await trouble())
  })

  test('whose visit is cut once a file is kept gives it once, and moves it the next time', async ({
    assert,
  }) => {
    const member = await memberApart()
    const { inlet, filed } = await inletOf(member, ACCUEIL)
    const { folder } = await scansOf(member, { 'a.txt': 'un', 'b.txt': 'deux' })
    const source = await openInlet(member, inlet)
    for await (const waiting of source.waiting()) {
      await takeArrival(member.id, inlet, waiting)
      break
    }
    assert.deepEqual(await sorted(folder), ['a.txt', 'b.txt'])
    const both = [visitInlet(member.id, inlet.id), visitInlet(member.id, inlet.id)]
    await Promise.all(both)
    assert.sameMembers(await filed(), ['a.txt', 'b.txt'])
    assert.deepEqual(await sorted(folder), ['Traités'])
  })

  test('leaves what the scanner still writes, folders, and links that lead elsewhere', async ({
    assert,
  }) => {
    const member = await memberApart()
    const { inlet, filed } = await inletOf(member, ACCUEIL)
    const { root, folder } = await scansOf(member, { 'a.txt': 'un' })
    await mkdir(join(folder, 'Autre'))
    await writeFile(join(root, 'secret.txt'), 'secret')
    await symlink(join(root, 'secret.txt'), join(folder, 'lien.txt'))
    withInlets({ settledMs: 3_600_000 })
    assert.equal((await visitInlet(member.id, inlet.id)).taken, 0)
    withInlets({ settledMs: 0 })
    assert.equal((await visitInlet(member.id, inlet.id)).taken, 1)
    assert.deepEqual(await filed(), ['a.txt'])
    assert.deepEqual(await sorted(folder), ['Autre', 'Traités', 'lien.txt'])
  })

  test('names what is infected, leaves it there, and goes on with the others', async ({
    assert,
    cleanup,
  }) => {
    const before = documentsConfig.clamdUrl
    const { url, stop } = await standInClamd()
    documentsConfig.clamdUrl = url
    cleanup(async () => {
      documentsConfig.clamdUrl = before
      await stop()
    })
    const member = await memberApart()
    const { inlet, filed, arrivals } = await inletOf(member, ACCUEIL)
    const parts = [
      { name: 'sain.txt', bytes: Buffer.from('sain') },
      { name: 'piège.txt', bytes: EICAR },
    ]
    const { folder } = await scansOf(member, {
      'a.txt': EICAR,
      'b.txt': 'sain aussi',
      'c.msg': outlookFile({ subject: 'Votre facture', parts }),
    })
    assert.containSubset(await visitInlet(member.id, inlet.id), { taken: 1, refused: 2 })
    // Nothing of a message is filed when one of its parts may not be
    assert.deepEqual(await filed(), ['b.txt'])
    assert.deepEqual(await sorted(folder), ['Traités', 'a.txt', 'c.msg'])
    const refused = (await arrivals()).filter(({ refusal }) => refusal)
    assert.sameMembers(
      refused.map(({ name }) => name),
      ['a.txt', 'c.msg']
    )
    assert.match(refused[0].refusal!, /programme malveillant/)
    // And is not looked at again every minute
    await visitInlet(member.id, inlet.id)
    assert.lengthOf(await arrivals(), 3)
  })

  test('says why it gives nothing: no folder of it, or nowhere to file', async ({ assert }) => {
    const member = await memberApart()
    const { inlet, trouble, within, folder: destination } = await inletOf(member, ACCUEIL)
    await visitInlet(member.id, inlet.id)
    assert.match((await trouble())!, /« Accueil » n’est pas sur le serveur/)
    const { folder } = await scansOf(member, { 'a.txt': 'un' })
    await within(() => discard(destination, SYSTEM))
    await visitInlet(member.id, inlet.id)
    assert.match((await trouble())!, /Aucun dossier « Courrier arrivé/)
    assert.deepEqual(await sorted(folder), ['a.txt'])
  })

  test('of a neighbour cannot be named', async ({ assert }) => {
    const [member, neighbour] = [await memberApart(), await memberApart()]
    const { root } = await scansOf(neighbour, { 'a.txt': 'un' })
    await mkdir(join(root, member.siren, 'Accueil'), { recursive: true })
    for (const source of [`../${neighbour.siren}/Accueil`, '..', '/etc']) {
      const { inlet, trouble } = await inletOf(member, { kind: 'folder', source })
      assert.equal((await visitInlet(member.id, inlet.id)).taken, 0)
      assert.match((await trouble())!, /n’est pas sur le serveur/)
    }
  })
})
