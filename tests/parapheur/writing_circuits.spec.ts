import { test } from '@japa/runner'
import Circuit from '#app/parapheur/models/circuit'
import Desk from '#app/parapheur/models/desk'
import Folder from '#app/parapheur/models/folder'
import FolderType from '#app/parapheur/models/folder_type'
import { provisionParapheur } from '#rooms/parapheur'
import type User from '#kernel/people/user'
import commune from '../../tenants/blueprints/commune.js'
import { townHall, type TownHall } from './town_hall.js'

test.group('Writing circuits', (group) => {
  let hall: TownHall
  let admin: User
  group.each.setup(async () => {
    hall = await townHall()
    admin = hall.secretary
  })

  const page = (path: string) => `${hall.base}${path}`
  const sent = (
    client: any,
    method: 'post' | 'put' | 'delete',
    path: string,
    form: object,
    by = admin
  ) => client[method](page(path)).loginAs(by).withCsrfToken().form(form)
  const circuit = (key: string) => hall.run(() => Circuit.named(key))

  test('shows who holds each desk, and which folders take each road', async ({ client }) => {
    const shown = await client.get(page('/circuits')).loginAs(admin)
    shown.assertStatus(200)
    shown.assertTextIncludes('Visa du secrétariat, signature du maire')
    shown.assertTextIncludes('Délibération, Arrêté, Convention')
    shown.assertTextIncludes('Yann Kerbrat')
  })

  test('leads the next folders another way, and leaves those that left on theirs', async ({
    client,
    assert,
  }) => {
    const before = await hall.open({ title: 'Parti avant', circuit: 'signature' })
    const { id, name } = await circuit('signature')
    const steps = ['visa:secretariat', 'signature:maire']
    const done = await sent(client, 'put', `/circuits/${id}`, { name, steps })
    done.assertTextIncludes('Les dossiers partis gardent le leur')
    const after = await hall.open({ title: 'Parti après', circuit: 'signature' })
    const kinds = (folder: string) =>
      hall.run(async () => (await (await Folder.get(folder)).steps()).map(({ kind }) => kind))
    assert.deepEqual(await kinds(before), ['signature'])
    assert.deepEqual(await kinds(after), ['visa', 'signature'])
  })

  test('says all that is wrong at once, and keeps what was typed', async ({ client, assert }) => {
    const typed = { name: '', steps: ['visa:secretariat', 'visa:disparu'] }
    const answer = await sent(client, 'post', '/circuits', typed).header(
      'referer',
      page('/circuits/nouveau')
    )
    answer.assertTextIncludes('Donnez un nom à ce circuit.')
    answer.assertTextIncludes('Personne ne signe dans ce circuit')
    answer.assertTextIncludes('Choisissez une étape de la liste.')
    assert.match(answer.text(), /value="visa:secretariat"\s+selected/)
  })

  test('refuses whoever wrote beside another, with the circuit as it stands now', async ({
    client,
    assert,
  }) => {
    const { id } = await circuit('visa-cachet')
    const form = await client.get(page(`/circuits/${id}/modifier`)).loginAs(admin)
    const [, seen] = /name="seen"\s+value="([^"]+)"/.exec(form.text())!
    await sent(client, 'put', `/circuits/${id}`, { name: 'Cachet seul', steps: ['seal'], seen })
    const late = await sent(client, 'put', `/circuits/${id}`, {
      name: 'Autre nom',
      steps: ['seal'],
      seen,
    })
    late.assertTextIncludes('a modifié ce circuit pendant que vous écriviez')
    assert.equal((await circuit('visa-cachet')).name, 'Cachet seul')
  })

  test('opens a desk that its functions hold, and gives it what a folder waits for', async ({
    client,
    assert,
  }) => {
    const opened = await sent(client, 'post', '/bureaux', {
      name: 'Première adjointe',
      titles: ' Première adjointe \n\nPremière  adjointe',
    })
    opened.assertTextIncludes('Un circuit peut y passer.')
    const desk = await hall.run(() => Desk.findByOrFail('key', 'premiere-adjointe'))
    assert.deepEqual(desk.titles, ['Première adjointe'])
    const made = await sent(client, 'post', '/circuits', {
      name: 'Signature de l’adjointe',
      steps: ['signature:premiere-adjointe', '', ''],
    })
    made.assertTextIncludes('Choisissez les dossiers qui le suivent.')
    const chosen = await sent(client, 'put', '/circuits/choix', {
      types: { courrier: 'signature-de-l-adjointe' },
    })
    chosen.assertTextIncludes('C’est changé pour les prochains dossiers.')
    const folder = await hall.open({ title: 'Lettre', type: 'courrier' })
    const [step] = await hall.run(async () => (await Folder.get(folder)).steps())
    assert.equal(step.deskName, 'Première adjointe')
  })

  test('is not undone when the blueprint of the member is brought again', async ({
    client,
    assert,
  }) => {
    const desk = await hall.run(() => Desk.findByOrFail('key', 'maire'))
    await sent(client, 'put', `/bureaux/${desk.id}`, { name: 'Madame le maire', titles: 'Maire' })
    await sent(client, 'put', '/circuits/choix', { types: { arrete: 'visa-cachet' } })
    const { id } = await circuit('signature')
    await sent(client, 'put', `/circuits/${id}`, { name: 'Signature seule', steps: ['seal'] })
    const changes = await hall.run(() => provisionParapheur(commune.parapheur))
    assert.deepEqual(changes, [])
    const kept = await hall.run(async () => ({
      desk: (await Desk.get(desk.id)).name,
      type: (await FolderType.findByOrFail('key', 'arrete')).circuitKey,
      circuit: (await Circuit.named('signature')).name,
    }))
    assert.deepEqual(kept, {
      desk: 'Madame le maire',
      type: 'visa-cachet',
      circuit: 'Signature seule',
    })
  })

  test('puts away a circuit that no folder follows, and takes it back', async ({
    client,
    assert,
  }) => {
    const before = await hall.open({ title: 'Parti avant', circuit: 'signature' })
    const { id, name } = await circuit('signature')
    await sent(client, 'put', '/circuits/choix', {
      types: { courrier: 'visa-signature', facture: 'visa-signature' },
    })
    const offered = async () => {
      const shown = await client.get(page('/circuits')).loginAs(admin)
      return shown.text().includes('value="signature"')
    }
    assert.isTrue(await offered())
    const away = await sent(client, 'post', `/circuits/${id}/retrait`, {})
    away.assertTextIncludes('est retiré.')
    assert.isFalse(await offered())
    const late = await sent(client, 'put', '/circuits/choix', {
      types: { arrete: 'signature' },
    }).header('referer', page('/circuits'))
    late.assertTextIncludes('Choisissez un circuit de la liste.')
    assert.deepEqual(await hall.run(() => provisionParapheur(commune.parapheur)), [])
    const steps = await hall.run(async () => (await Folder.get(before)).steps())
    assert.lengthOf(steps, 1)

    const form = { name, steps: ['seal'] }
    const namesake = await sent(client, 'post', '/circuits', form)
    namesake.assertTextIncludes('est créé.')
    const taken = await sent(client, 'delete', `/circuits/${id}/retrait`, {}).header(
      'referer',
      page('/circuits')
    )
    taken.assertTextIncludes('Un autre circuit porte maintenant le nom')
    const { id: other } = await circuit('signature-du-maire')
    await sent(client, 'post', `/circuits/${other}/retrait`, {})
    const back = await sent(client, 'delete', `/circuits/${id}/retrait`, {})
    back.assertTextIncludes('est remis.')
    assert.isTrue(await offered())
  })

  test('keeps a circuit that folders follow', async ({ client, assert }) => {
    const { id } = await circuit('visa-signature')
    const refused = await sent(client, 'post', `/circuits/${id}/retrait`, {}).header(
      'referer',
      page('/circuits')
    )
    refused.assertTextIncludes('Des dossiers suivent ce circuit')
    assert.isNull((await circuit('visa-signature')).putAwayAt)
  })

  test('is for whoever administers the member, and nobody else', async ({ client, assert }) => {
    const mayor = await client.get(page('/circuits')).loginAs(hall.mayor)
    assert.notEqual(mayor.status(), 200)
    const refused = await sent(
      client,
      'post',
      '/circuits',
      { name: 'X', steps: ['seal'] },
      hall.mayor
    )
    assert.notInclude(refused.text(), 'Choisissez les dossiers')
  })
})
