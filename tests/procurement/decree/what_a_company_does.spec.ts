/** Arrêté du 22 mars 2019 (annexe 7 of the code), article 1, II, and the receipt of article 2, III. */
import { test } from '@japa/runner'
import type { ApiResponse } from '@japa/api-client'
import { clock } from '#kernel/clock'
import { saveSettings } from '#kernel/settings'
import { tenancy } from '#kernel/tenancy'
import { runDueJobs } from '#tests/helpers/jobs'
import { LIMIT_WORDS } from '#app/procurement/rules/choices'
import { deposited, isOpened } from '../gestures.js'
import { consultation, published } from '../room.js'
import { answers, asks, awarded, profileOfEach, ROOT } from './profile.js'

/** The text of a page, its spaces those of a keyboard. */
const plain = (page: ApiResponse) => page.text().replaceAll(/\s+/g, ' ')

test.group('The arrêté of 22 March 2019: a company', (group) => {
  const one = profileOfEach(group)

  test('OE-01: says who she is before she answers, and for which establishment', async ({
    client,
    assert,
  }) => {
    const address = `/moi/marches/kervalan/${one.id}`
    const unknown = await client.get(address).redirects(0)
    assert.include(unknown.header('location') ?? '', '/connexion')
    const { answer } = await deposited(client, one.her, one.id)
    assert.include(answer.body().depositor, one.her.siret)
  })

  test('OE-02: reads what her machine needs, and what to add to it: nothing', async ({
    client,
    assert,
  }) => {
    const ready = plain(await client.get('/p/kervalan/marches/preparer'))
    assert.include(ready, 'Un navigateur de moins de deux ans, avec JavaScript')
    assert.include(ready, 'Ni certificat, ni extension, ni logiciel')
    assert.include(ready, LIMIT_WORDS.replaceAll(/\s/g, ' '))
    ;(await client.get('/p/kervalan/marches')).assertTextIncludes('/marches/preparer')
  })

  test('OE-04: looks for notices, consultations and essential data', async ({ client, assert }) => {
    const { reference } = await consultation(one.town, one.id)
    const found = await client.get(`${ROOT}/consultations?q=${encodeURIComponent(reference)}`)
    assert.deepEqual(
      found.body().items.map(({ id }: any) => id),
      [one.id]
    )
    const none = await client.get(`${ROOT}/consultations?q=${reference}&nature=services`)
    assert.deepEqual(none.body().items, [])
    ;(await client.get('/p/kervalan/marches')).assertTextIncludes(one.page)
  })

  test('OE-05: takes documents, notices and changes free, at once, whole, and is asked nothing', async ({
    client,
    assert,
  }) => {
    const id = await published(client, one.town)
    const base = `/p/kervalan/marches/${id}`
    const { documents } = (await client.get(`${ROOT}/consultations/${id}`)).body()
    const free = ['', '/dce.zip', '/reglement.pdf', '/avis.xml', '/trousseau.json']
    const addresses = [
      ...free.map((path) => base + path),
      ...documents.map(({ url }: any) => new URL(url).pathname),
      `${ROOT}/consultations/${id}/changes`,
    ]
    for (const address of addresses) {
      const answer = await client.get(address).redirects(0)
      assert.equal(answer.status(), 200, address)
    }
  })

  test('OE-08: deposits offers again and again, signed ones too; the last counts', async ({
    client,
    assert,
  }) => {
    const signed = {
      'offre-1': { 'acte.pdf': '%PDF-1.7', 'acte.pdf.p7s': new Uint8Array([48, 3]) },
    }
    const first = await deposited(client, one.her, one.id, signed)
    first.answer.assertStatus(201)
    const second = await deposited(client, one.her, one.id, signed)
    second.answer.assertStatus(201)
    const opened = await isOpened(client, one.town, one.id)
    assert.sameDeepMembers(
      opened.map(({ id, state, files }) => [id, state, files.length]),
      [
        [first.pli, 'replaced', 0],
        [second.pli, 'opened', 2],
      ]
    )
  })

  test('OE-09: reads where to ask for help on the service, and how on a consultation', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { id: tenant } = one.town.tenant
    cleanup(() => tenancy.run(tenant, () => saveSettings('procurement', {})))
    const assistance = '02 99 00 00 00, appel non surtaxé, de 8 h à 18 h'
    await tenancy.run(tenant, () => saveSettings('procurement', { assistance }))
    const ready = await client.get('/p/kervalan/marches/preparer')
    assert.include(plain(ready), assistance)
    for (const [, path] of ready.text().matchAll(/href="(\/aide\/[^"]+|\/p\/kervalan)"/g))
      (await client.get(path)).assertStatus(200)
    ready.assertTextIncludes('/aide/repondre-a-une-consultation')
  })

  test('OE-10: asks a question, and finds what was answered', async ({ client, assert }) => {
    const question = await asks(client, one, 'Faut-il prévoir la dépose des bancs ?')
    await answers(client, one, question, {
      published: 'Faut-il prévoir la dépose des bancs ?',
      answer: 'Oui, au poste 12.',
    })
    const hers = await client
      .get(`/moi/marches/kervalan/${one.id}/questions`)
      .withSession(one.her.session)
    assert.include(plain(hers), 'Faut-il prévoir la dépose des bancs ?')
    assert.include(plain(await client.get(one.page)), 'Oui, au poste 12.')
  })

  test('OE-11: reads and takes the essential data, as JSON and as XML', async ({
    client,
    assert,
  }) => {
    await awarded(client, one)
    const year = clock.today().year
    for (const format of ['json', 'xml']) {
      for (const address of [
        `/p/kervalan/marches/decp/${year}/marches.${format}`,
        `${ROOT}/decp/${one.town.tenant.siren}/${year}.${format}`,
      ]) {
        const answer = await client.get(address)
        answer.assertStatus(200)
        assert.include(answer.text(), one.her.siret, address)
      }
    }
  })

  test('AR-01: the receipt says who deposits', async ({ client, assert }) => {
    const { answer } = await deposited(client, one.her, one.id)
    assert.include(answer.body().depositor, 'Cariou')
    assert.include(answer.body().depositor, one.her.siret)
  })

  test('AR-02: the receipt names the buyer', async ({ client, assert }) => {
    const { answer } = await deposited(client, one.her, one.id)
    assert.equal(answer.body().buyer, one.town.tenant.name)
  })

  test('AR-03: the receipt says the title and the subject of the consultation', async ({
    client,
    assert,
  }) => {
    const { answer } = await deposited(client, one.her, one.id)
    const { id, title } = await consultation(one.town, one.id)
    assert.deepEqual(answer.body().tender, { id, title })
  })

  test('AR-04: the receipt says the day and the hour, and leaves at once, before any stamp', async ({
    client,
    assert,
  }) => {
    const at = clock.now()
    clock.freeze(at.toUTC().toISO()!)
    const { answer, pli, base } = await deposited(client, one.her, one.id)
    assert.equal(answer.body().receivedAt, at.toUTC().toISO())
    const token = () =>
      client.get(`${base}/plis/${pli}/horodatage.tsr`).withSession(one.her.session)
    ;(await token()).assertStatus(404)
    clock.release()
    await runDueJobs(one.town.tenant.id)
    ;(await token()).assertStatus(200)
  })
})
