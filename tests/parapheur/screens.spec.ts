import { test } from '@japa/runner'
import { testTrust } from '#tests/helpers/trust'
import { openSession } from './signing_session.js'
import { townHall, type TownHall } from './town_hall.js'

test.group('The screens of the parapheur', (group) => {
  let hall: TownHall
  group.setup(async () => {
    hall = await townHall()
  })

  test('« Mon bureau » shows what waits for the person', async ({ client, assert }) => {
    const id = await hall.open()
    const own = await client.get(hall.base).loginAs(hall.secretary)
    assert.include(own.text(), `${hall.base}/dossiers/${id}`)
    const other = await client.get(hall.base).loginAs(hall.mayor)
    assert.notInclude(other.text(), `/dossiers/${id}`)
    const all = await client.get(`${hall.base}?vue=all`).loginAs(hall.agent)
    assert.include(all.text(), `/dossiers/${id}`)
  })

  test('an address that was made up shows the first page', async ({ client }) => {
    for (const made of ['?avant=hier', '?avant[]=1', '?vue=rien']) {
      const page = await client.get(`${hall.base}${made}`).loginAs(hall.mayor)
      page.assertStatus(200)
    }
  })

  test('what one did is found again', async ({ client, assert }) => {
    const id = await hall.open()
    await client.post(`${hall.base}/dossiers/${id}/visa`).loginAs(hall.secretary).withCsrfToken()
    const done = await client.get(`${hall.base}?vue=done`).loginAs(hall.secretary)
    assert.include(done.text(), `/dossiers/${id}`)
  })

  test('the folder offers its next step to who may take it, and tells the others who has to', async ({
    client,
    assert,
  }) => {
    const id = await hall.open()
    const url = `${hall.base}/dossiers/${id}`
    assert.include((await client.get(url).loginAs(hall.secretary)).text(), 'Donner mon visa')
    const waiting = (await client.get(url).loginAs(hall.agent)).text()
    assert.notInclude(waiting, 'Donner mon visa')
    assert.include(waiting, 'Yann Kerbrat')
  })

  test('a document is read in the page', async ({ client, assert }) => {
    const id = await hall.open()
    const page = await client.get(`${hall.base}/dossiers/${id}`).loginAs(hall.mayor)
    const [, path] = /href="([^"]+\/documents\/[0-9a-f-]{36})"/.exec(page.text())!
    const pdf = await client.get(path).loginAs(hall.mayor)
    assert.equal(pdf.header('content-type'), 'application/pdf')
    assert.match(pdf.header('content-disposition')!, /^inline/)
  })

  test('the ceremony shows the words that one signs', async ({ client, assert }) => {
    const id = await hall.open({ circuit: 'signature' })
    const page = await client.get(`${hall.base}/dossiers/${id}/signature`).loginAs(hall.mayor)
    page.assertStatus(200)
    assert.include(page.text(), 'Je signe «\u202fDélibération 2026-042\u202f» en qualité de maire.')
    assert.include(page.text(), 'data-ceremony')
    const other = await client
      .get(`${hall.base}/dossiers/${id}/signature`)
      .loginAs(hall.agent)
      .redirects(0)
    other.assertStatus(302)
  })

  test('the folder of another collectivite does not exist', async ({ client, assert }) => {
    const other = await townHall()
    const id = await other.open()
    const { mayor: signer } = await testTrust()
    const url = `${hall.base}/dossiers/${id}`
    assert.equal((await client.get(url).loginAs(hall.secretary)).status(), 404)
    assert.equal((await client.get(`${url}/bordereau.pdf`).loginAs(hall.secretary)).status(), 404)
    assert.equal((await openSession(client, url, hall.mayor, signer)).status(), 404)
  })
})
