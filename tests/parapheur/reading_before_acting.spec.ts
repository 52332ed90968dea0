import { test } from '@japa/runner'
import Folder from '#app/parapheur/models/folder'
import { readAmong } from '#app/parapheur/signing/readings'
import { commune, draftOf } from '#tests/actes/room'
import { originLink } from '#web/origins'
import { townHall, type TownHall } from './town_hall.js'

test.group('A document of a folder, before one acts', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
  })

  async function opened() {
    const id = await hall.open()
    const [main] = await hall.run(async () => (await Folder.get(id)).contents())
    const isRead = () =>
      hall.run(async () => (await readAmong([main], hall.secretary.id)).has(main.id))
    return { url: `${hall.base}/dossiers/${id}`, main, isRead }
  }

  test('is not read because the page shows it, but once its pages were seen', async ({
    client,
    assert,
  }) => {
    const { url, main, isRead } = await opened()
    const document = `${url}/documents/${main.id}`
    await client.get(document).loginAs(hall.secretary).header('x-page', 'viewer')
    assert.isFalse(await isRead())
    const told = await client.post(`${document}/lecture`).loginAs(hall.secretary).withCsrfToken()
    told.assertStatus(204)
    assert.isTrue(await isRead())
  })

  test('opened elsewhere counts as opened: nobody can tell how far one reads there', async ({
    client,
    assert,
  }) => {
    const { url, main, isRead } = await opened()
    await client.get(`${url}/documents/${main.id}`).loginAs(hall.secretary)
    assert.isTrue(await isRead())
  })

  test('of another folder is not told read by this one', async ({ client }) => {
    const { url } = await opened()
    const other = await opened()
    const wrong = `${url}/documents/${other.main.id}/lecture`
    ;(await client.post(wrong).loginAs(hall.secretary).withCsrfToken()).assertStatus(404)
  })

  test('stands in the page of the folder, and in that of the signature', async ({ client }) => {
    const { url, main } = await opened()
    const page = await client.get(url).loginAs(hall.secretary)
    page.assertTextIncludes(`data-reader="${url}/documents/${main.id}"`)
    await client.post(`${url}/visa`).loginAs(hall.secretary).withCsrfToken()
    const signing = await client.get(`${url}/signature`).loginAs(hall.mayor)
    signing.assertTextIncludes(`data-reader="${url}/documents/${main.id}"`)
  })
})

test.group('From a folder to the others', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
  })
  const linkTo = (id: string) => `href="${hall.base}/dossiers/${id}"`

  test('one goes to the next that waits, and back, and round', async ({ client, assert }) => {
    const ids: string[] = []
    for (const number of [1, 2, 3]) ids.push(await hall.open({ title: `Arrêté ${number}` }))
    const page = async (id: string) =>
      (await client.get(`${hall.base}/dossiers/${id}`).loginAs(hall.secretary)).text()
    // The newest is first on the desk
    const [last, middle, first] = ids
    assert.include(await page(first), `${linkTo(middle)} rel="next"`)
    assert.notInclude(await page(first), 'rel="prev"')
    assert.include(await page(middle), `${linkTo(first)} rel="prev"`)
    assert.include(await page(middle), `${linkTo(last)} rel="next"`)
    assert.include(await page(last), `${linkTo(first)} rel="next"`)
  })

  test('whoever has acted is led to the next one', async ({ client, assert }) => {
    const waiting = await hall.open({ title: 'Arrêté qui attend' })
    const done = await hall.open({ title: 'Arrêté visé' })
    const url = `${hall.base}/dossiers/${done}`
    const page = await client.post(`${url}/visa`).loginAs(hall.secretary).withCsrfToken()
    assert.match(page.text(), /Dossier suivant\s*<\/a>/)
    assert.include(page.text(), linkTo(waiting))
  })

  test('nothing is offered to whom nothing waits for', async ({ client, assert }) => {
    const id = await hall.open()
    const page = await client.get(`${hall.base}/dossiers/${id}`).loginAs(hall.agent)
    assert.notInclude(page.text(), 'Dossier suivant')
  })
})

test.group('From a folder to what it was opened for', () => {
  test('whoever may read the acte is led to it, and back', async ({ client, assert }) => {
    const hall = await townHall()
    const acte = await draftOf(hall.tenant)
    const id = await hall.open({ origin: acte.id })
    const url = `${hall.base}/dossiers/${id}`
    const page = await client.get(url).loginAs(hall.secretary)
    assert.include(page.text(), `href="/c/${hall.tenant.slug}/actes/${acte.id}"`)
  })

  test('no way is shown to what one may not read', async ({ assert }) => {
    const tenant = await commune()
    const origin = { capability: 'actes', id: 'x' }
    const allows = (permission: string) => permission === 'actes.read'
    assert.equal(originLink(origin, { tenant, allows })?.label, 'Voir l’acte')
    assert.isNull(originLink(origin, { tenant, allows: () => false }))
    assert.isNull(originLink({ ...origin, capability: 'nulle-part' }, { tenant, allows }))
  })
})
