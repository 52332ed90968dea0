import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import mail from '@adonisjs/mail/services/main'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { findAlert, forgetAlert } from '#app/procurement/alerts/alert'
import { tellAlert } from '#app/procurement/alerts/tell_alert'
import { criteriaQuery, criteriaWords, nextLook } from '#app/procurement/rules/alert'
import { runDueJobs } from '#tests/helpers/jobs'
import { consultation, market, published, type Market } from './room.js'

test.group('When a saved search is looked at', () => {
  const at = (local: string) => DateTime.fromISO(local, { zone: 'Europe/Paris' })
  const next = (pace: Parameters<typeof nextLook>[0], local: string) =>
    nextLook(pace, at(local)).setZone('Europe/Paris').toFormat("yyyy-MM-dd'T'HH:mm")

  test('is in five minutes, the next morning or the next Monday', ({ assert }) => {
    assert.equal(next('at_once', '2026-12-01T10:00'), '2026-12-01T10:05')
    assert.equal(next('daily', '2026-12-01T06:59'), '2026-12-01T07:00')
    assert.equal(next('daily', '2026-12-01T07:00'), '2026-12-02T07:00')
    assert.equal(next('weekly', '2026-12-01T10:00'), '2026-12-07T07:00')
    assert.equal(next('weekly', '2026-12-07T06:00'), '2026-12-07T07:00')
    assert.equal(next('weekly', '2026-12-07T08:00'), '2026-12-14T07:00')
  })

  test('says what it looks for, and its address says it too', ({ assert }) => {
    assert.equal(criteriaWords({}), 'toutes les consultations')
    assert.equal(
      criteriaWords({ q: 'école', cpv: '45', nature: 'travaux' }),
      'les mots « école », le code CPV 45, travaux'
    )
    assert.equal(criteriaQuery({ q: 'école', cpv: '45' }), 'q=%C3%A9cole&cpv=45')
  })
})

test.group('A saved search', (group) => {
  let town: Market
  let count = 0
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  const base = '/p/kervalan/marches/alertes'
  const email = () => `veille-${Date.now()}-${count++}@exemple.test`
  const saves = (client: ApiClient, fields: Record<string, string>) =>
    client
      .post(base)
      .form({ pace: 'at_once', ...fields })
      .header('referer', base)
      .withCsrfToken()
  const within = <T>(work: () => Promise<T>) => tenancy.run(town.tenant.id, work)
  const alertOf = async (address: string): Promise<string> => {
    const row = await within(() =>
      tenancy.trx().from('procurement.alerts').where('email', address).firstOrFail()
    )
    return row.id
  }
  /** What the next turn does of it, as the worker would. */
  const looksAgain = async (alertId: string) => {
    const { nextAt } = (await within(() => findAlert(alertId)))!
    clock.freeze(DateTime.fromJSDate(nextAt!).plus({ seconds: 1 }).toUTC().toISO()!)
    await within(() => tellAlert.enqueue({ alertId }))
    await runDueJobs(town.tenant.id)
  }

  test('says of each field how it is written, at once', async ({ client }) => {
    const refused = await saves(client, { email: email(), cpv: 'ab', departement: '99z' })
    refused.assertTextIncludes('Écrivez les chiffres d’un code CPV')
    refused.assertTextIncludes('Écrivez le numéro d’un département')
  })

  test('tells what is published after it, once, when its address has answered', async ({
    client,
    assert,
  }) => {
    using fake = mail.fake()
    const address = email()
    const sentTo = () =>
      fake.messages
        .sent()
        .map(({ nodeMailerMessage }) => nodeMailerMessage as any)
        .filter(({ to }) => JSON.stringify(to).includes(address))
    await published(client, town, { title: 'Vitrail de la chapelle d’avant' })
    ;(await saves(client, { email: address, q: 'vitrail' })).assertTextIncludes(
      'vous demande de confirmer'
    )
    const id = await alertOf(address)
    await runDueJobs(town.tenant.id)
    assert.lengthOf(sentTo(), 1)
    // A machine that opens the link confirms nothing
    ;(await client.get(`${base}/${id}`)).assertTextIncludes('Confirmer cette recherche')
    assert.equal((await within(() => findAlert(id)))!.state, 'waiting')
    await client.post(`${base}/${id}/confirmation`).withCsrfToken()
    clock.freeze(clock.now().plus({ minutes: 20 }).toUTC().toISO()!)
    const found = await published(client, town, { title: 'Vitrail du transept nord' })
    await published(client, town, { title: 'Toiture du préau' })
    await looksAgain(id)
    const [, told] = sentTo()
    assert.include(told.text, 'Vitrail du transept nord')
    assert.notInclude(told.text, 'Toiture')
    assert.notInclude(told.text, 'chapelle d’avant')
    assert.include(told.text, (await consultation(town, found)).reference)
    await looksAgain(id)
    assert.lengthOf(sentTo(), 2)
    await client.post(`${base}/${id}/arret`).withCsrfToken()
    ;(await client.get(`${base}/${id}`)).assertStatus(404)
  })

  test('looked at by two workers together, or again after one was killed, tells once', async ({
    client,
    assert,
  }) => {
    using fake = mail.fake()
    const address = email()
    await saves(client, { email: address, q: 'beffroi' })
    const id = await alertOf(address)
    await client.post(`${base}/${id}/confirmation`).withCsrfToken()
    clock.freeze(clock.now().plus({ minutes: 20 }).toUTC().toISO()!)
    await published(client, town, { title: 'Beffroi à reprendre' })
    const turn = () => tellAlert.enqueue({ alertId: id })
    await within(async () => {
      await turn()
      await turn()
    })
    await runDueJobs(town.tenant.id)
    // Its moment was taken back: what it told is known, whatever the moment
    await within(() =>
      tenancy
        .trx()
        .from('procurement.alerts')
        .where({ id })
        .update({ next_at: clock.now().toJSDate(), told_until: new Date(0) })
    )
    await within(turn)
    await runDueJobs(town.tenant.id)
    const told = fake.messages
      .sent()
      .map(({ nodeMailerMessage }) => nodeMailerMessage as any)
      .filter(
        ({ to, text }) =>
          JSON.stringify(to).includes(address) && text.includes('Beffroi à reprendre')
      )
    assert.lengthOf(told, 1)
    await within(() => forgetAlert(id))
  })

  test('says at the right field what is wrong, and writes to nobody without end', async ({
    client,
    assert,
  }) => {
    const wrong = await saves(client, { email: 'x', cpv: 'travaux', departement: '999999' })
    wrong.assertTextIncludes('Cette adresse n’est pas complète')
    const address = email()
    for (let asked = 0; asked < 5; asked++) await saves(client, { email: address })
    ;(await saves(client, { email: address })).assertTextIncludes('beaucoup de recherches')
    const rows = await within(() =>
      tenancy.trx().from('procurement.alerts').where('email', address)
    )
    assert.lengthOf(rows, 5)
  })

  test('is a feed and a calendar too, by its address alone', async ({ client, assert }) => {
    const id = await published(client, town, { title: 'Campanile, lot unique' })
    const root = '/api/v1/procurement/consultations'
    const atom = await client.get(`${root}.atom?q=campanile`)
    assert.include(atom.header('content-type'), 'application/atom+xml')
    assert.include(atom.text(), `urn:uuid:${id}`)
    const calendar = await client.get(`${root}.ics?q=campanile&nature=travaux`)
    const { deadline } = await consultation(town, id)
    assert.include(calendar.text(), `DTSTART:${deadline.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'")}`)
    assert.notInclude((await client.get(`${root}.ics?q=inconnu`)).text(), 'VEVENT')
    ;(await client.get(`${root}.atom?cpv=x`)).assertStatus(422)
  })
})
