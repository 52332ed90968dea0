import type { Readable } from 'node:stream'
import { test } from '@japa/runner'
import yauzl from 'yauzl'
import Folder from '#app/parapheur/models/folder'
import { keepReading } from '#app/parapheur/signing/readings'
import { tenancy } from '#kernel/tenancy'
import { clock } from '#kernel/clock'
import type User from '#kernel/people/user'
import { member, townHall, type TownHall } from './town_hall.js'

test.group('Several folders at once', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
    return () => clock.release()
  })

  const read = (id: string, by: User, howMany = 2) =>
    hall.run(async () => {
      const contents = await (await Folder.get(id)).contents()
      for (const one of contents.slice(0, howMany)) await keepReading(one, by.id)
    })
  const stepOf = (id: string) =>
    hall.run(async () => {
      const steps = await (await Folder.get(id)).steps()
      return steps.find(({ state }) => state === 'current')!.kind
    })

  test('are given a visa where this person has read them whole, and refused where not', async ({
    client,
    assert,
  }) => {
    const [whole, half, unread, colleagues] = [
      await hall.open({ title: 'Lu' }),
      await hall.open({ title: 'À moitié lu' }),
      await hall.open({ title: 'Pas lu' }),
      await hall.open({ title: 'Lu par une autre' }),
    ]
    await read(whole, hall.secretary)
    await read(half, hall.secretary, 1)
    await read(colleagues, hall.agent)
    const done = await client
      .post(`${hall.base}/lot`)
      .form({ geste: 'visa', ids: [whole, half, unread, colleagues] })
      .loginAs(hall.secretary)
      .withCsrfToken()
    done.assertTextIncludes('1 visa donné. 3 lignes refusées')
    assert.match(done.text(), /À lire\s: un document\. Ouvrez le dossier/)
    assert.lengthOf([...done.text().matchAll(/À lire\s: 2 documents\./g)], 2)
    assert.deepEqual(
      [await stepOf(whole), await stepOf(half), await stepOf(unread), await stepOf(colleagues)],
      ['signature', 'visa', 'visa', 'visa']
    )
  })

  test('are not read any more when a document was replaced since', async ({ client, assert }) => {
    const id = await hall.open()
    await read(id, hall.secretary)
    await hall.run(async () => {
      const [main, annex] = await (await Folder.get(id)).contents()
      await main.merge({ documentId: annex.documentId }).save()
    })
    const done = await client
      .post(`${hall.base}/lot`)
      .form({ geste: 'visa', ids: [id] })
      .loginAs(hall.secretary)
      .withCsrfToken()
    assert.match(done.text(), /À lire\s: un document/)
    assert.equal(await stepOf(id), 'visa')
  })

  test('are not signed by a visa, nor given one by who has no place there', async ({
    client,
    assert,
  }) => {
    const [toSign, notHers] = [await hall.open({ circuit: 'signature' }), await hall.open()]
    for (const id of [toSign, notHers]) await read(id, hall.mayor)
    const done = await client
      .post(`${hall.base}/lot`)
      .form({ geste: 'visa', ids: [toSign, notHers] })
      .loginAs(hall.mayor)
      .withCsrfToken()
    done.assertTextIncludes('Rien n’a été fait. 2 lignes refusées')
    done.assertTextIncludes('n’attend pas un visa mais une signature')
    done.assertTextIncludes('Ce dossier attend maintenant un autre bureau')
    assert.deepEqual([await stepOf(toSign), await stepOf(notHers)], ['signature', 'visa'])
  })

  test('are taken back together while the next desk has not begun', async ({ client, assert }) => {
    const ids = [await hall.open(), await hall.open()]
    for (const id of ids) await read(id, hall.secretary)
    const post = (geste: string) =>
      client.post(`${hall.base}/lot`).form({ geste, ids }).loginAs(hall.secretary).withCsrfToken()
    const done = await post('visa')
    done.assertTextIncludes('Retirer tous ces visas')
    ;(await post('visa')).assertTextIncludes('Rien n’a été fait. 2 lignes refusées')
    ;(await post('remords')).assertTextIncludes('2 visas retirés.')
    for (const id of ids) assert.equal(await stepOf(id), 'visa')
  })

  test('are nudged each once a day', async ({ client }) => {
    const ids = [await hall.open(), await hall.open()]
    const nudge = (some: string[]) =>
      client
        .post(`${hall.base}/lot`)
        .form({ geste: 'relance', ids: some })
        .loginAs(hall.agent)
        .withCsrfToken()
    ;(await nudge(ids.slice(0, 1))).assertTextIncludes('1 relance faite.')
    ;(await nudge(ids)).assertTextIncludes('1 relance faite. 1 ligne refusée')
  })

  test('come as one archive, of which nothing is read for all that', async ({ client, assert }) => {
    const ids = [await hall.open({ title: 'Tarifs : eau/école' }), await hall.open({ title: 'B' })]
    const asked = client
      .post(`${hall.base}/lot`)
      .form({ geste: 'archive', ids })
      .loginAs(hall.secretary)
      .withCsrfToken()
    asked.request.buffer(true).parse(wholeBytes as never)
    const answer = await asked
    answer.assertStatus(200)
    assert.match(answer.header('content-disposition')!, /dossiers-du-parapheur-[-\d]+\.zip/)
    const names = await namesIn(answer.body())
    assert.deepEqual(names.sort(), [
      '1 - Tarifs   eau école/1 - deliberation.pdf',
      '1 - Tarifs   eau école/2 - annexe.pdf',
      '2 - B/1 - deliberation.pdf',
      '2 - B/2 - annexe.pdf',
    ])
    const readings = await hall.run(() =>
      tenancy.trx().from('parapheur.folder_readings').where('tenant_id', hall.tenant.id)
    )
    assert.lengthOf(readings, 0)
  })

  test('are nothing to who may only read: neither visa nor nudge', async ({ client }) => {
    const id = await hall.open()
    const archivist = await member(hall.tenant, 'Enora Bihan', ['archivist'], 'Archiviste')
    const page = await client.get(`${hall.base}?vue=all`).loginAs(archivist)
    page.assertTextIncludes('Télécharger (ZIP)')
    for (const geste of ['visa', 'relance', 'remords']) {
      const refused = await client
        .post(`${hall.base}/lot`)
        .form({ geste, ids: [id] })
        .loginAs(archivist)
        .withCsrfToken()
        .header('accept', 'application/json')
      refused.assertStatus(403)
    }
  })
})

function wholeBytes(answer: Readable, done: (error: unknown, bytes: Buffer) => void) {
  const chunks: Buffer[] = []
  answer.on('data', (chunk) => chunks.push(chunk))
  answer.on('end', () => done(null, Buffer.concat(chunks)))
}

function namesIn(bytes: Buffer): Promise<string[]> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: false }, (error, zip) => {
      if (error) return reject(error)
      const names: string[] = []
      zip.on('entry', ({ fileName }) => names.push(fileName))
      zip.on('end', () => resolve(names))
      zip.on('error', reject)
    })
  })
}
