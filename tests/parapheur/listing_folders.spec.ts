import { test } from '@japa/runner'
import { giveVisa } from '#app/parapheur/circuit/act'
import Folder from '#app/parapheur/models/folder'
import { keepReading } from '#app/parapheur/signing/readings'
import type User from '#kernel/people/user'
import { clock } from '#kernel/clock'
import { townHall, type TownHall } from './town_hall.js'

test.group('The list of folders', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
    return () => clock.release()
  })

  /** The titles of a page, in their order. */
  const titles = (html: string) =>
    [...html.matchAll(/<th scope="row"[^>]*>\s*<a [^>]*>([^<]+)</g)].map(([, title]) => title)
  const read = (id: string, by: User, howMany = 2) =>
    hall.run(async () => {
      const contents = await (await Folder.get(id)).contents()
      for (const one of contents.slice(0, howMany)) await keepReading(one, by.id)
    })
  const visa = (id: string, by: User) =>
    hall.run(() => giveVisa(id, by.id, { text: null, visibility: 'public' }))

  test('is ordered by title, and by how long each has waited', async ({ client, assert }) => {
    for (const title of ['Écoles', 'zones', 'eau']) {
      clock.freeze(clock.now().plus({ hours: 1 }).toISO({ includeOffset: false })!)
      await hall.open({ title })
    }
    const asked = async (query: string) =>
      titles((await client.get(`${hall.base}?${query}`).loginAs(hall.secretary)).text())
    assert.deepEqual(await asked('tri=dossier'), ['eau', 'Écoles', 'zones'])
    assert.deepEqual(await asked('tri=depuis'), ['Écoles', 'zones', 'eau'])
    assert.deepEqual(await asked('tri=-ouvert'), ['eau', 'zones', 'Écoles'])
  })

  test('is ordered by who holds each, and what is over stands apart', async ({
    client,
    assert,
  }) => {
    const atMayor = await hall.open({ title: 'Chez la maire' })
    await visa(atMayor, hall.secretary)
    await hall.open({ title: 'Au secrétariat' })
    const asked = async (tri: string) =>
      titles((await client.get(`${hall.base}?vue=all&tri=${tri}`).loginAs(hall.secretary)).text())
    assert.deepEqual(await asked('attend'), ['Chez la maire', 'Au secrétariat'])
    assert.deepEqual(await asked('-attend'), ['Au secrétariat', 'Chez la maire'])
  })

  test('counts the wait anew at each desk', async ({ client, assert }) => {
    const first = await hall.open({ title: 'Ouvert d’abord' })
    clock.freeze(clock.now().plus({ hours: 1 }).toISO({ includeOffset: false })!)
    await hall.open({ title: 'Ouvert ensuite' })
    clock.freeze(clock.now().plus({ hours: 1 }).toISO({ includeOffset: false })!)
    await visa(first, hall.secretary)
    const page = await client.get(`${hall.base}?vue=all&tri=depuis`).loginAs(hall.secretary)
    assert.deepEqual(titles(page.text()), ['Ouvert ensuite', 'Ouvert d’abord'])
  })

  test('keeps its tab in its orders, its filters, its file and its views', async ({ client }) => {
    await hall.open()
    const page = await client.get(`${hall.base}?vue=all&etat=in_progress`).loginAs(hall.secretary)
    page.assertTextIncludes(`${hall.base}?vue=all&amp;etat=in_progress&amp;tri=dossier`)
    page.assertTextIncludes(`<input type="hidden" name="vue" value="all"`)
    page.assertTextIncludes(`${hall.base}/liste/csv?vue=all&amp;etat=in_progress`)
    page.assertTextIncludes(`href="${hall.base}?vue=all"`)
  })

  test('is narrowed by the desk that holds each, by its circuit, and by what one has read', async ({
    client,
    assert,
  }) => {
    const passed = await hall.open({ title: 'Chez la maire' })
    await visa(passed, hall.secretary)
    const seen = await hall.open({ title: 'Lu' })
    await read(seen, hall.secretary)
    const half = await hall.open({ title: 'À moitié lu' })
    await read(half, hall.secretary, 1)
    const page = await client.get(`${hall.base}?vue=all`).loginAs(hall.secretary)
    const mayor = /<option value="([^"]+)"[^>]*>\s*Maire/.exec(page.text())![1]
    const asked = async (query: string) =>
      titles((await client.get(`${hall.base}?${query}`).loginAs(hall.secretary)).text())
    assert.deepEqual(await asked(`vue=all&bureau=${mayor}`), ['Chez la maire'])
    assert.deepEqual(await asked('lecture=lus'), ['Lu'])
    assert.deepEqual(await asked('lecture=a-lire'), ['À moitié lu'])
    assert.deepEqual(await asked('vue=all&attend=signature'), ['Chez la maire'])
    assert.lengthOf(await asked('vue=all&circuit=inconnu'), 3)
  })

  test('says of what waits for one whether it is read', async ({ client, assert }) => {
    const seen = await hall.open({ title: 'Lu' })
    await read(seen, hall.secretary)
    const one = await client.get(hall.base).loginAs(hall.secretary)
    assert.notInclude(one.text(), 'À lire\u202f: ')
    await hall.open({ title: 'Pas lu' })
    const two = await client.get(hall.base).loginAs(hall.secretary)
    assert.match(two.text(), /À lire\s: 2 documents/)
    const other = await client.get(`${hall.base}?vue=all`).loginAs(hall.mayor)
    assert.notMatch(other.text(), /À lire\s: 2 documents/)
  })

  test('is a file of its tab, with who holds each', async ({ client, assert }) => {
    await hall.open({ title: 'Tarifs' })
    const csv = await client.get(`${hall.base}/liste/csv`).loginAs(hall.secretary)
    const [head, line] = csv.text().split('\r\n')
    assert.equal(head, '\ufeffÉtat;Dossier;Circuit;Attend;Depuis;Ouvert;Ouvert par;Échéance')
    assert.match(
      line,
      /^En cours;Tarifs;[^;]+;Visa, Secrétariat général;[^;]+;[^;]+;Maëlle Le Goff;$/
    )
    const empty = await client.get(`${hall.base}/liste/csv`).loginAs(hall.mayor)
    assert.notInclude(empty.text(), 'Tarifs')
  })
})
