import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import mail from '@adonisjs/mail/services/main'
import { openPersonToken } from '#rooms/outsiders'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import Question from '#app/procurement/questions/question'
import { exchangesOf } from '#tests/helpers/exchanges'
import { runDueJobs } from '#tests/helpers/jobs'
import { bidder, onlineConsultation, type Bidder } from './bidders.js'
import { consultation, market, type Market } from './room.js'

const TEXT = 'Bonjour, Cariou demande si la cote du plan 3 est en mètres.'
const PLAIN = 'Dire si la cote du plan 3 est en mètres.'
const ANSWER = 'Oui, toutes les cotes sont en mètres.'

test.group('A question of a company', (group) => {
  let town: Market
  let her: Bidder
  let other: Bidder
  group.setup(async () => {
    town = await market()
    her = await bidder('Cariou', `cariou-${Date.now()}@exemple.test`)
    other = await bidder('Riou', `riou-${Date.now()}@exemple.test`)
  })
  group.each.teardown(() => clock.release())

  const page = (id: string) => `/moi/marches/kervalan/${id}/questions`
  const asks = (client: ApiClient, id: string, text = TEXT, who = her) =>
    client
      .post(page(id))
      .form({ text })
      .header('referer', page(id))
      .withSession(who.session)
      .withCsrfToken()
  const onlyQuestion = (id: string) =>
    tenancy.run(town.tenant.id, () => Question.query().where('consultationId', id).firstOrFail())
  const buyerPage = (id: string, question = '') =>
    `/c/kervalan/marches/${id}/questions${question && `/${question}`}`
  const answers = (client: ApiClient, id: string, question: string, fields: object) =>
    client
      .post(`${buyerPage(id, question)}/reponse`)
      .form({ published: PLAIN, answer: ANSWER, ...fields })
      .header('referer', buyerPage(id, question))
      .loginAs(town.agent)
      .withCsrfToken()

  test('is answered to all without saying who asks, and told to who follows and who asked', async ({
    client,
    assert,
  }) => {
    using fake = mail.fake()
    const id = await onlineConsultation(town)
    ;(await client.get(page(id)).withSession(her.session)).assertTextIncludes('Poser une question')
    ;(await asks(client, id)).assertTextIncludes('Votre question est envoyée')
    await client
      .post(`/p/kervalan/marches/${id}/suivi`)
      .form({ email: 'suit@exemple.test' })
      .withCsrfToken()
    const question = await onlyQuestion(id)
    const list = await client.get(buyerPage(id)).loginAs(town.agent)
    list.assertTextIncludes('la cote du plan 3')
    assert.notInclude(list.text(), her.siret)
    const shown = await client.get(buyerPage(id, question.id)).loginAs(town.agent)
    shown.assertTextIncludes('La question dit qui demande')
    assert.notInclude(shown.text(), her.siret)
    const telling = await answers(client, id, question.id, { published: TEXT })
    telling.assertTextIncludes('Ce texte dit qui demande')
    telling.assertTextIncludes(ANSWER)
    assert.equal((await onlyQuestion(id)).state, 'asked')
    ;(await answers(client, id, question.id, {})).assertTextIncludes('La réponse est publiée')
    const open = await client.get(`/p/kervalan/marches/${id}`)
    open.assertTextIncludes(PLAIN)
    open.assertTextIncludes(ANSWER)
    assert.notInclude(open.text(), 'Cariou')
    const { items } = (await client.get(`/api/v1/procurement/consultations/${id}/questions`)).body()
    assert.deepInclude(items[0], { number: 1, question: PLAIN, answer: ANSWER })
    const { items: changes } = (
      await client.get(`/api/v1/procurement/consultations/${id}/changes`)
    ).body()
    assert.deepEqual(
      changes.map(({ kind }: any) => kind),
      ['published', 'answered']
    )
    await runDueJobs(town.tenant.id)
    const told = fake.messages.sent().map(({ nodeMailerMessage }) => nodeMailerMessage as any)
    const addresses = JSON.stringify(told.map(({ to }) => to))
    assert.include(addresses, 'suit@exemple.test')
    assert.include(addresses, 'cariou-')
    assert.include(JSON.stringify(told.map(({ text }) => text)), ANSWER)
    ;(await client.get(page(id)).withSession(her.session)).assertTextIncludes(
      'Lire la réponse publiée'
    )
    ;(await client.get(page(id)).withSession(other.session)).assertTextIncludes(
      'Poser une question'
    )
    assert.notInclude(
      (await client.get(page(id)).withSession(other.session)).text(),
      'Bonjour, Cariou'
    )
    await answers(client, id, question.id, { answer: 'Une autre réponse.' })
    assert.equal((await onlyQuestion(id)).answer, ANSWER)
  })

  test('that names somebody on purpose is published once that is confirmed', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    await asks(client, id)
    const { id: question } = await onlyQuestion(id)
    await answers(client, id, question, { answer: 'Appelez le 02 99 01 02 03.' })
    assert.equal((await onlyQuestion(id)).state, 'asked')
    await answers(client, id, question, { answer: 'Appelez le 02 99 01 02 03.', confirmed: 'true' })
    assert.equal((await onlyQuestion(id)).state, 'answered')
  })

  test('that comes after its day says so, and one of after the hour is refused', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const { deadline } = await consultation(town, id)
    clock.freeze(deadline.minus({ hours: 2 }).toUTC().toISO()!)
    ;(await asks(client, id)).assertTextIncludes('hors délai')
    assert.isTrue((await onlyQuestion(id)).isLate)
    const { id: question } = await onlyQuestion(id)
    const shown = await client.get(buyerPage(id, question)).loginAs(town.agent)
    shown.assertTextIncludes('sans y être tenu')
    clock.freeze(deadline.plus({ seconds: 1 }).toUTC().toISO()!)
    ;(await asks(client, id)).assertTextIncludes('L’heure limite est passée')
    const late = await client.get(buyerPage(id, question)).loginAs(town.agent)
    late.assertTextIncludes(her.siret)
  })

  test('answered too late proposes another hour, which the form of the hour begins with', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    await asks(client, id)
    const one = await consultation(town, id)
    const { id: question } = await onlyQuestion(id)
    clock.freeze(one.deadline.minus({ hours: 1 }).toUTC().toISO()!)
    await answers(client, id, question, {})
    ;(await client.get(buyerPage(id)).loginAs(town.agent)).assertTextIncludes(
      'L’heure limite devrait être reportée'
    )
    const form = await client.get(`/c/kervalan/marches/${id}/prorogation`).loginAs(town.agent)
    form.assertTextIncludes('R2132-6')
    assert.notInclude(form.text(), `value="${one.hour.toISODate()}"`)
  })

  test('refused, is told to who asked alone, with the reason', async ({ client, assert }) => {
    using fake = mail.fake()
    const id = await onlineConsultation(town)
    await asks(client, id)
    const { id: question } = await onlyQuestion(id)
    const refuse = (reason: string) =>
      client
        .post(`${buyerPage(id, question)}/refus`)
        .form({ reason })
        .header('referer', buyerPage(id, question))
        .loginAs(town.agent)
        .withCsrfToken()
    ;(await refuse('non')).assertTextIncludes('Écrivez au moins 10')
    await refuse('La réponse est à l’article 4 du règlement.')
    await runDueJobs(town.tenant.id)
    const told = fake.messages.sent().map(({ nodeMailerMessage }) => nodeMailerMessage as any)
    // Jobs of the tests before may leave here too
    assert.lengthOf(
      told.filter(({ text }) => text.includes('article 4')),
      1
    )
    ;(await client.get(page(id)).withSession(her.session)).assertTextIncludes('article 4')
    assert.notInclude((await client.get(`/p/kervalan/marches/${id}`)).text(), 'article 4')
  })

  test('waits for an agent until it is answered, or until there is nothing to answer', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    await asks(client, id)
    const waiting = () =>
      tenancy.run(town.tenant.id, ({ trx }) =>
        trx
          .from('kernel.tasks')
          .where({ tenant_id: town.tenant.id, subject_id: id })
          .whereLike('key', 'procurement.question:%')
      )
    assert.lengthOf(await waiting(), 1)
    await client
      .post(`/c/kervalan/marches/${id}/sans-suite`)
      .form({ reason: 'Le besoin a disparu.' })
      .loginAs(town.agent)
      .withCsrfToken()
    await runDueJobs(town.tenant.id)
    assert.lengthOf(await waiting(), 0)
  })

  test('is asked and answered by programs, once under one key', async ({ client, assert }) => {
    const id = await onlineConsultation(town)
    const { personId } = her.session.outsider
    const token = await openPersonToken({
      ...{ personId, establishmentId: her.establishmentId },
      ...{ name: 'Gestion', days: 30 },
    })
    const post = () =>
      client
        .post('/api/v1/procurement/questions')
        .header('authorization', `Bearer ${token}`)
        .header('idempotency-key', `q-${id}`)
        .json({ consultation: id, text: PLAIN })
    const first = await post()
    first.assertStatus(201)
    const again = await post()
    again.assertStatus(200)
    assert.equal(again.body().id, first.body().id)
    const mine = await client
      .get('/api/v1/procurement/questions')
      .header('authorization', `Bearer ${token}`)
    assert.equal(mine.body().items[0].id, first.body().id)
    const { personId: stranger } = other.session.outsider
    const theirs = await openPersonToken({
      ...{ personId: stranger, establishmentId: other.establishmentId },
      ...{ name: 'Gestion', days: 30 },
    })
    const hers = await client
      .get('/api/v1/procurement/questions')
      .header('authorization', `Bearer ${theirs}`)
    assert.notInclude(hers.text(), first.body().id)
  })

  test('costs the public page two exchanges and no more', async ({ client, assert }) => {
    const id = await onlineConsultation(town)
    const asked = await exchangesOf(() => client.get(`/p/kervalan/marches/${id}`))
    assert.isAtMost(asked.filter((one) => one.includes('procurement.questions')).length, 1)
  })
})
