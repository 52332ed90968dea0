import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import Folder from '#app/parapheur/models/folder'
import { runDueJobs } from '#tests/helpers/jobs'
import { testTrust } from '#tests/helpers/trust'
import { answerSession, openSession } from './signing_session.js'
import { townHall, type TownHall } from './town_hall.js'

test.group('Refusing, taking back, standing in', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
  })
  const stateOf = (id: string) => hall.run(async () => (await Folder.get(id)).state)
  const stepsOf = (id: string) =>
    hall.run(async () => (await (await Folder.get(id)).steps()).map(({ state }) => state))

  test('a refusal needs a reason', async ({ client, assert }) => {
    const id = await hall.open()
    const answer = await client
      .post(`${hall.base}/dossiers/${id}/refus`)
      .loginAs(hall.secretary)
      .withCsrfToken()
      .header('referer', `${hall.base}/dossiers/${id}`)
      .form({ reason: '  ' })
    assert.include(answer.text(), 'Indiquez ')
    assert.equal(await stateOf(id), 'in_progress')
  })

  test('a refusal ends the circuit and tells whoever opened it', async ({ client, assert }) => {
    const id = await hall.open()
    await client
      .post(`${hall.base}/dossiers/${id}/refus`)
      .loginAs(hall.secretary)
      .withCsrfToken()
      .form({ reason: 'L’annexe manque.' })
    assert.equal(await stateOf(id), 'refused')
    assert.deepEqual(await stepsOf(id), ['refused', 'abandoned'])
    const event = await hall.run(() =>
      tenancy.trx().from('kernel.events').where('type', 'parapheur.folder_refused').first()
    )
    assert.equal(event.payload.reason, 'L’annexe manque.')
    assert.equal(event.payload.folderId, id)
  })

  test('a visa is taken back as long as the next desk has not begun', async ({
    client,
    assert,
  }) => {
    const id = await hall.open()
    const url = `${hall.base}/dossiers/${id}`
    await client.post(`${url}/visa`).loginAs(hall.secretary).withCsrfToken()
    await client.post(`${url}/remords`).loginAs(hall.secretary).withCsrfToken()
    assert.deepEqual(await stepsOf(id), ['current', 'waiting'])
  })

  test('nobody takes back the visa of another', async ({ client, assert }) => {
    const id = await hall.open()
    const url = `${hall.base}/dossiers/${id}`
    await client.post(`${url}/visa`).loginAs(hall.secretary).withCsrfToken()
    const answer = await client
      .post(`${url}/remords`)
      .loginAs(hall.agent)
      .withCsrfToken()
      .header('accept', 'application/json')
    answer.assertStatus(409)
    assert.deepEqual(await stepsOf(id), ['done', 'current'])
  })

  test('it is too late once the next desk has signed', async ({ client, assert }) => {
    const { mayor: signer } = await testTrust()
    const id = await hall.open()
    const url = `${hall.base}/dossiers/${id}`
    await client.post(`${url}/visa`).loginAs(hall.secretary).withCsrfToken()
    const session = await openSession(client, url, hall.mayor, signer)
    await answerSession(client, session.body(), hall.mayor, signer)
    const answer = await client
      .post(`${url}/remords`)
      .loginAs(hall.secretary)
      .withCsrfToken()
      .header('accept', 'application/json')
    answer.assertStatus(409)
    assert.equal(answer.body().code, 'E_TOO_LATE_TO_RECALL')
  })

  test('a signature taken back gives the document its bytes again', async ({ client, assert }) => {
    const { mayor: signer } = await testTrust()
    const circuit = await signatureThenVisa(hall)
    const id = await hall.open({ circuit })
    const url = `${hall.base}/dossiers/${id}`
    const session = await openSession(client, url, hall.mayor, signer)
    await answerSession(client, session.body(), hall.mayor, signer)
    await runDueJobs(hall.tenant.id)
    assert.deepEqual(await stepsOf(id), ['done', 'current'])
    await client.post(`${url}/remords`).loginAs(hall.mayor).withCsrfToken()
    assert.deepEqual(await stepsOf(id), ['current', 'waiting'])
    const [main] = await hall.run(async () => (await Folder.get(id)).contents())
    assert.equal(main.documentId, main.originalDocumentId)
  })

  test('a private note is read at the desks of the circuit only', async ({ client, assert }) => {
    const id = await hall.open()
    const url = `${hall.base}/dossiers/${id}`
    await client
      .post(`${url}/visa`)
      .loginAs(hall.secretary)
      .withCsrfToken()
      .form({ annotation: 'À relire de près', private: 'true' })
    assert.include((await client.get(url).loginAs(hall.mayor)).text(), 'À relire de près')
    assert.notInclude((await client.get(url).loginAs(hall.agent)).text(), 'À relire de près')
  })
})

async function signatureThenVisa(hall: TownHall): Promise<string> {
  const { provisionParapheur } = await import('#rooms/parapheur')
  const steps = [
    { action: 'signature' as const, desk: 'maire' },
    { action: 'visa' as const, desk: 'secretariat' },
  ]
  const { default: commune } = await import('../../tenants/blueprints/commune.js')
  const circuits = [{ key: 'retour', name: 'Signature puis visa', steps }]
  await hall.run(() => provisionParapheur({ ...commune.parapheur, circuits, types: [] }))
  return 'retour'
}
