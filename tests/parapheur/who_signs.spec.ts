import { test } from '@japa/runner'
import { person } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { LocalDate } from '#lib/values'
import { delegate } from '#app/parapheur/circuit/delegate'
import CertificateLink from '#app/parapheur/models/certificate_link'
import Desk from '#app/parapheur/models/desk'
import Folder from '#app/parapheur/models/folder'
import type User from '#kernel/people/user'
import type { LocalSigner } from '#lib/signature'
import { runDueJobs } from '#tests/helpers/jobs'
import { someSiren } from '#tests/helpers/siren'
import { certified, testTrust } from '#tests/helpers/trust'
import { personSubject } from '../../simulators/pki/subjects.js'
import { answerSession, openSession, sentCertificates } from './signing_session.js'
import { townHall, type TownHall } from './town_hall.js'

test.group('Whose certificate signs', (group) => {
  let hall: TownHall
  let url: string
  let id: string
  group.each.setup(async () => {
    hall = await townHall()
    id = await hall.open({ circuit: 'signature' })
    url = `${hall.base}/dossiers/${id}`
  })
  group.each.teardown(() => clock.release())
  const subject = (name: string, siren?: string) =>
    personSubject({ name: 'Commune de Kervalan', siren }, name)

  test('her own, of her commune', async ({ client, assert }) => {
    const { signer } = await certified(subject('SOIZIC MADEC', hall.tenant.siren))
    const session = await openSession(client, url, hall.mayor, signer)
    session.assertStatus(201)
    await answerSession(client, session.body(), hall.mayor, signer)
    await runDueJobs(hall.tenant.id)
    assert.equal((await hall.run(() => Folder.get(id))).state, 'signed')
  })

  test('never a neighbour’s, nor that of another collectivite, nor a seal', async ({
    client,
    assert,
  }) => {
    const { siren } = hall.tenant
    const cases: [string, string][] = [
      [subject('Goulven Abgrall', siren), 'E_CERTIFICATE_OF_SOMEBODY_ELSE'],
      [subject('Goulven Abgrall'), 'E_CERTIFICATE_OF_SOMEBODY_ELSE'],
      [subject('Soizic Madec', someSiren()), 'E_CERTIFICATE_OF_ANOTHER_COLLECTIVITE'],
      [
        `C=FR, O=Commune, OU=0002 ${someSiren()}, CN=Soizic Madec`,
        'E_CERTIFICATE_OF_ANOTHER_COLLECTIVITE',
      ],
      [
        `C=FR, O=Commune de Kervalan, 2.5.4.97=NTRFR-${siren}, CN=Cachet serveur`,
        'E_SEAL_FOR_PERSON',
      ],
    ]
    for (const [name, code] of cases) {
      const { signer } = await certified(name)
      const answer = await openSession(client, url, hall.mayor, signer)
      answer.assertStatus(422)
      assert.equal(answer.body().code, code)
    }
  })

  test('his own in an absence, and never that of the absent mayor', async ({ client, assert }) => {
    const { mayor, secretary } = await testTrust()
    await standIn()
    const refused = await openSession(client, url, hall.secretary, mayor)
    refused.assertStatus(422)
    assert.include(refused.body().title, 'au nom de Soizic Madec, et vous êtes Yann Kerbrat')
    const session = await openSession(client, url, hall.secretary, secretary)
    session.assertStatus(201)
    await answerSession(client, session.body(), hall.secretary, secretary)
    await runDueJobs(hall.tenant.id)
    const page = (await client.get(url).loginAs(hall.agent)).text()
    assert.include(page, 'Yann Kerbrat, en l’absence de Soizic Madec (Maire)')
  })

  const stand = { startsOn: String(LocalDate.parse('2020-01-01')), endsOn: '2090-01-01' }
  const standIn = () =>
    hall.run(async () => {
      const desks = new Map((await Desk.all()).map((desk) => [desk.key, desk.id]))
      const [desk, substitute] = [desks.get('maire')!, desks.get('secretariat')!]
      await delegate({ desk, substitute, ...stand }, person(hall.mayor.id), false)
    })

  test('is told before anything is signed', async ({ client, assert }) => {
    const { mayor } = await testTrust()
    const shown = (await show(client, hall.mayor, mayor)).body()
    assert.isNull(shown.refusal)
    assert.deepInclude(shown.facts, { name: 'Titulaire', value: [{ text: 'Soizic Madec' }] })
    assert.deepInclude(shown.facts, {
      name: 'Organisation',
      value: [{ text: 'Commune de Kervalan' }],
    })
    assert.match(shown.facts.at(-1).value[0].text, /^du .+ au .+/)
    const other = (await show(client, hall.secretary, mayor)).body()
    assert.equal(other.refusal.code, 'E_CERTIFICATE_OF_SOMEBODY_ELSE')
    assert.isTrue(other.mayAsk)
    assert.equal((await show(client, hall.mayor, { ...mayor, chain: [] })).body().mayAsk, false)
  })

  const show = (client: any, user: User, signer: LocalSigner) =>
    client
      .post(`${hall.base}/certificat`)
      .loginAs(user)
      .withCsrfToken()
      .header('accept', 'application/json')
      .json(sentCertificates(signer))

  test('one of another name once an administrator said why, until she takes it back', async ({
    client,
    assert,
  }) => {
    const { signer } = await certified(subject('Soizic Le Gall', hall.tenant.siren))
    await ask(client, hall.mayor, signer)
    assert.equal((await openSession(client, url, hall.mayor, signer)).status(), 422)
    const asked = await hall.run(() =>
      tenancy.trx().from('kernel.tasks').whereLike('key', 'parapheur.certificate_link:%').first()
    )
    assert.equal(asked.role, 'administrator')
    const page = (await client.get(`${hall.base}/certificats`).loginAs(hall.secretary)).text()
    assert.include(page, 'Soizic Le Gall')

    const link = await hall.run(() => CertificateLink.query().firstOrFail())
    assert.equal((await grant(client, hall.mayor, link.id, 'C’est moi')).status(), 403)
    const empty = await grant(client, hall.secretary, link.id, '  ')
    assert.equal(empty.body().code, 'E_LINK_REASON_MISSING')
    await grant(client, hall.secretary, link.id, 'Nom de naissance, livret de famille vu')
    const session = await openSession(client, url, hall.mayor, signer)
    session.assertStatus(201)

    await client
      .post(`${hall.base}/certificats/${link.id}?_method=DELETE`)
      .loginAs(hall.secretary)
      .withCsrfToken()
    const late = await answerSession(client, session.body(), hall.mayor, signer)
    assert.equal(late.body().code, 'E_CERTIFICATE_OF_SOMEBODY_ELSE')
    const types = await hall.run(async () =>
      (
        await journal.entriesOf({ capability: 'parapheur', type: 'certificate_link', id: link.id })
      ).map(({ type }) => type.split('_').at(-1))
    )
    assert.deepEqual(types, ['asked', 'granted', 'revoked'])
  })

  test('an administrator who answers for herself does so in the open', async ({
    client,
    assert,
  }) => {
    const { signer } = await certified(subject('Yann Le Bris', hall.tenant.siren))
    await standIn()
    await ask(client, hall.secretary, signer)
    const link = await hall.run(() => CertificateLink.query().firstOrFail())
    await grant(client, hall.secretary, link.id, 'Mon nom de naissance')
    const page = (await client.get(`${hall.base}/certificats`).loginAs(hall.secretary)).text()
    assert.include(page, 'pour son propre compte')
    const session = (await openSession(client, url, hall.secretary, signer)).body()
    await answerSession(client, session, hall.secretary, signer)
    await runDueJobs(hall.tenant.id)
    const [step] = await hall.run(async () => (await Folder.get(id)).steps())
    assert.include(step.certificateNote, 'pour son propre compte')
    assert.include(step.certificateNote, 'Mon nom de naissance')
    const [entry] = await hall.run(async () =>
      (
        await journal.entriesOf({ capability: 'parapheur', type: 'certificate_link', id: link.id })
      ).filter(({ type }) => type.endsWith('granted'))
    )
    assert.isTrue(entry.data.isOwn)
  })

  const ask = (client: any, user: User, signer: LocalSigner) =>
    client
      .post(`${hall.base}/certificats`)
      .loginAs(user)
      .withCsrfToken()
      .header('accept', 'application/json')
      .json(sentCertificates(signer))
  const grant = (client: any, user: User, link: string, reason: string) =>
    client
      .post(`${hall.base}/certificats/${link}?_method=PUT`)
      .loginAs(user)
      .withCsrfToken()
      .header('accept', 'application/json')
      .redirects(0)
      .form({ [`reason-${link}`]: reason })

  test('nobody asks for a seal, or for the certificate of another collectivite', async ({
    client,
    assert,
  }) => {
    const { mayor } = await testTrust()
    for (const [name, code] of [
      [subject('Goulven Abgrall', someSiren()), 'E_CERTIFICATE_OF_ANOTHER_COLLECTIVITE'],
      ['CN=Cachet de Kervalan', 'E_SEAL_FOR_PERSON'],
    ]) {
      const { signer } = await certified(name)
      assert.equal((await ask(client, hall.mayor, signer)).body().code, code)
    }
    assert.equal((await ask(client, hall.mayor, mayor)).body().code, 'E_NO_LINK_NEEDED')
    assert.lengthOf(await hall.run(() => CertificateLink.all()), 0)
  })

  test('one whose last day passed while the session was open signs nothing', async ({
    client,
    assert,
  }) => {
    const { signer } = await certified(subject('Soizic Madec'), 'signature', { minutes: 5 })
    const session = (await openSession(client, url, hall.mayor, signer)).body()
    clock.freeze(clock.now().plus({ minutes: 10 }).toISO()!)
    const answer = await answerSession(client, session, hall.mayor, signer)
    assert.equal(answer.body().code, 'E_CERTIFICATE_EXPIRED')
  })
})
