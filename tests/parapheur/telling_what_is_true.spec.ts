import { test } from '@japa/runner'
import { person } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { uuidv7 } from '#lib/values'
import { openFolder } from '#rooms/parapheur'
import { delegate } from '#app/parapheur/circuit/delegate'
import Desk from '#app/parapheur/models/desk'
import { runDueJobs } from '#tests/helpers/jobs'
import { testTrust } from '#tests/helpers/trust'
import { samplePdf } from '../lib/signature/sample_pdf.js'
import { answerSession, openSession } from './signing_session.js'
import { townHall, type TownHall } from './town_hall.js'

test.group('What a folder says', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
  })
  const standIn = () =>
    hall.run(async () => {
      const desks = new Map((await Desk.all()).map((desk) => [desk.key, desk.id]))
      const [desk, substitute] = [desks.get('maire')!, desks.get('secretariat')!]
      const days = { startsOn: '2020-01-01', endsOn: '2090-01-01' }
      await delegate({ desk, substitute, ...days }, person(hall.mayor.id), false)
    })
  const read = async (client: any, url: string, user = hall.mayor) =>
    (await client.get(url).loginAs(user)).text() as string

  test('to the second of two persons who sign: who signed, and when', async ({
    client,
    assert,
  }) => {
    const { mayor, secretary } = await testTrust()
    await standIn()
    const url = `${hall.base}/dossiers/${await hall.open({ circuit: 'signature' })}`
    const first = (await openSession(client, url, hall.mayor, mayor)).body()
    await answerSession(client, first, hall.mayor, mayor)
    const words = /Soizic Madec a signé ce dossier à \d+\u202fh\u202f\d\d/
    for (let turn = 0; turn < 2; turn++) {
      const late = await openSession(client, url, hall.secretary, secretary)
      late.assertStatus(409)
      assert.match(late.body().title, words)
      await runDueJobs(hall.tenant.id)
    }
    const refusal = await client
      .post(`${url}/refus`)
      .loginAs(hall.secretary)
      .withCsrfToken()
      .header('accept', 'application/json')
      .form({ reason: 'Trop tard' })
    assert.match(refusal.body().title, words)
    const again = await openSession(client, url, hall.mayor, mayor)
    assert.match(again.body().title, /Vous avez déjà signé ce dossier à/)
  })

  test('to whom another began to sign after: that it was overtaken, by whom', async ({
    client,
    assert,
  }) => {
    const { mayor, secretary } = await testTrust()
    await standIn()
    const url = `${hall.base}/dossiers/${await hall.open({ circuit: 'signature' })}`
    const hers = (await openSession(client, url, hall.mayor, mayor)).body()
    const his = (await openSession(client, url, hall.secretary, secretary)).body()
    const overtaken = await answerSession(client, hers, hall.mayor, mayor)
    assert.include(overtaken.body().title, 'Yann Kerbrat a commencé à signer')
    await answerSession(client, his, hall.secretary, secretary)
    const late = await answerSession(client, hers, hall.mayor, mayor)
    assert.match(late.body().title, /Yann Kerbrat a signé ce dossier à/)
  })

  test('to the second who refuses: who refused', async ({ client, assert }) => {
    await standIn()
    const url = `${hall.base}/dossiers/${await hall.open({ circuit: 'signature' })}`
    const refuse = (user = hall.mayor) =>
      client
        .post(`${url}/refus`)
        .loginAs(user)
        .withCsrfToken()
        .header('accept', 'application/json')
        .redirects(0)
        .form({ reason: 'Le tarif est faux' })
    await refuse(hall.secretary)
    assert.match((await refuse()).body().title, /Yann Kerbrat a refusé ce dossier à/)
    const page = await read(client, url)
    assert.include(page, 'Yann Kerbrat, en l’absence de Soizic Madec (Maire)')
  })

  test('once it is sent again: the reason of the refusal, and what was replaced', async ({
    client,
    assert,
  }) => {
    const origin = uuidv7()
    const first = await hall.open({ origin })
    await client
      .post(`${hall.base}/dossiers/${first}/refus`)
      .loginAs(hall.secretary)
      .withCsrfToken()
      .form({ reason: 'Il manque le tableau des tarifs', annotation: 'Page 2' })
    const again = await hall.run(async () => {
      const file = await documents.store(await samplePdf(['Corrigé']), { name: 'corrige.pdf' })
      return openFolder({
        title: 'Délibération 2026-042',
        documents: [{ documentId: file.id, toSign: true }],
        origin: { capability: 'actes', id: origin },
        by: person(hall.agent.id),
      })
    })
    const page = await read(client, `${hall.base}/dossiers/${again.folderId}`, hall.secretary)
    assert.include(page, 'Il manque le tableau des tarifs')
    assert.include(page, 'Dossier envoyé de nouveau')
    assert.include(page, 'Nouveau\u202f: corrige.pdf.')
    const same = await hall.open({ origin: uuidv7() })
    assert.notInclude(await read(client, `${hall.base}/dossiers/${same}`), 'envoyé de nouveau')
  })

  test('to a substitute who gave his visa, and to the absent mayor: both may sign', async ({
    client,
    assert,
  }) => {
    await standIn()
    const url = `${hall.base}/dossiers/${await hall.open()}`
    await client.post(`${url}/visa`).loginAs(hall.secretary).withCsrfToken()
    assert.include(await read(client, url, hall.secretary), 'tiendrait alors deux étapes')
    for (const page of [url, `${url}/signature`]) {
      assert.include(await read(client, page), 'Vous pouvez toujours signer vous-même')
    }
    assert.notInclude(await read(client, url, hall.agent), 'deux étapes du circuit')
  })

  test('« Relire » is ticked once the document was opened by who signs, as it stands', async ({
    client,
    assert,
  }) => {
    const id = await hall.open({ circuit: 'signature' })
    const url = `${hall.base}/dossiers/${id}`
    const isTicked = async () =>
      /aria-current="step"[^]*?Relire/.test(await read(client, `${url}/signature`)) === false
    assert.isFalse(await isTicked())
    const [, path] = /href="([^"]+\/documents\/[0-9a-f-]{36})"/.exec(await read(client, url))!
    await client.get(path).loginAs(hall.secretary)
    assert.isFalse(await isTicked())
    await Promise.all([1, 2, 3].map(() => client.get(path).loginAs(hall.mayor)))
    assert.isTrue(await isTicked())
  })
})

test.group('The one form of a folder', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
  })
  const send = (client: any, url: string, user: unknown, body: Record<string, string>) =>
    client
      .post(url)
      .loginAs(user)
      .withCsrfToken()
      .header('referer', url.replace(/\/\w+$/, ''))
      .form(body)

  for (const circuit of ['visa-signature', 'signature']) {
    test(`keeps the annotation when the folder is refused (${circuit})`, async ({
      client,
      assert,
    }) => {
      const who = circuit === 'signature' ? hall.mayor : hall.secretary
      const url = `${hall.base}/dossiers/${await hall.open({ circuit })}`
      const page = (await client.get(url).loginAs(who)).text()
      const [, form] = /<form[^>]* id="(geste-[^"]+)"/.exec(page)!
      assert.match(page, new RegExp(`<textarea[^>]*name="reason"[^>]*form="${form}"`))
      await send(client, `${url}/refus`, who, { reason: 'Faux', annotation: 'Voir la page 2' })
      assert.include((await client.get(url).loginAs(who)).text(), 'Voir la page 2')
    })
  }

  test('keeps the reason when a note is written', async ({ client, assert }) => {
    const url = `${hall.base}/dossiers/${await hall.open({ circuit: 'signature' })}`
    const body = { reason: 'Le tarif est faux', annotation: 'À revoir' }
    const page = (await send(client, `${url}/annotations`, hall.mayor, body)).text()
    assert.match(page, /<textarea[^>]*name="reason"[^>]*>Le tarif est faux/)
    assert.include(page, 'À revoir')
  })

  test('gives no visa while a reason to refuse is written', async ({ client, assert }) => {
    const url = `${hall.base}/dossiers/${await hall.open()}`
    const body = { reason: 'Le tarif est faux', annotation: 'À revoir' }
    const page = (await send(client, `${url}/visa`, hall.secretary, body)).text()
    assert.include(page, 'Vous avez écrit un motif de refus')
    assert.match(page, /<textarea[^>]*name="reason"[^>]*>Le tarif est faux/)
    assert.match(page, /<textarea[^>]*name="annotation"[^>]*>À revoir/)
  })

  test('leads on to the signature with the annotation kept', async ({ client, assert }) => {
    const url = `${hall.base}/dossiers/${await hall.open({ circuit: 'signature' })}`
    const body = { annotation: 'Pour le conseil du 3', suite: 'signature' }
    const page = (await send(client, `${url}/annotations`, hall.mayor, body)).text()
    assert.include(page, 'data-ceremony')
    assert.include((await client.get(url).loginAs(hall.mayor)).text(), 'Pour le conseil du 3')
  })
})
