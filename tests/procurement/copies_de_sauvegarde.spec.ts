import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import BackupCopy from '#app/procurement/backup/backup_copy'
import { openingCases } from '#app/procurement/rules/backup_copy'
import { runDueJobs } from '#tests/helpers/jobs'
import { bidder, onlineConsultation, sent, type Bidder } from './bidders.js'
import { deposited, gives, OFFER, opens, pvTextOf } from './gestures.js'
import { consultation, market, type Market } from './room.js'

test.group('A copie de sauvegarde (annexe 6)', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  async function declares(client: ApiClient, { session }: Bidder, id: string): Promise<string> {
    const page = `/moi/marches/kervalan/${id}`
    const announced = await client
      .post(`${page}/copies`)
      .form({ mode: 'media' })
      .withSession(session)
      .withCsrfToken()
      .redirects(0)
    announced.assertStatus(302)
    const shown = await client.get(page).withSession(session)
    shown.assertTextIncludes('Annoncée, pas encore reçue')
    return />([0-9A-Z]{8})</.exec(shown.text())![1]
  }
  const receives = (client: ApiClient, id: string, number: string) =>
    client
      .post(`/c/kervalan/marches/${id}/copies`)
      .form({ number })
      .header('referer', `/c/kervalan/marches/${id}/ouverture`)
      .loginAs(town.agent)
      .withCsrfToken()
  const copyOf = (number: string) =>
    tenancy.run(town.tenant.id, () => BackupCopy.findByOrFail('number', number))
  const asks = async (client: ApiClient, id: string, number: string, what: string, body = {}) =>
    client
      .post(`/c/kervalan/marches/${id}/copies/${(await copyOf(number)).id}/${what}`)
      .form(body)
      .header('referer', `/c/kervalan/marches/${id}/ouverture`)
      .accept('json')
      .loginAs(town.agent)
      .withCsrfToken()
      .redirects(0)
  const pastTheHour = async (id: string) => {
    const { deadline } = await consultation(town, id)
    clock.freeze(deadline.plus({ milliseconds: 1 }).toUTC().toISO()!)
  }

  test('is announced twenty times and not once more before one comes', async ({ client }) => {
    const id = await onlineConsultation(town)
    const { session } = await bidder('Prévoyante')
    const announces = () =>
      client
        .post(`/moi/marches/kervalan/${id}/copies`)
        .form({ mode: 'media' })
        .accept('json')
        .withSession(session)
        .withCsrfToken()
        .redirects(0)
    for (let rank = 0; rank < 20; rank++) (await announces()).assertStatus(302)
    ;(await announces()).assertStatus(409)
  })

  test('is received under a number that names nobody, and opened where the sending was cut', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const [cut, whole, after] = [
      await bidder('Coupée'),
      await bidder('Entière'),
      await bidder('Après'),
    ]
    const [ofCut, ofWhole, ofAfter] = [
      await declares(client, cut, id),
      await declares(client, whole, id),
      await declares(client, after, id),
    ]
    await sent(client, cut, id, OFFER)
    await deposited(client, whole, id)
    const page = await receives(client, id, ` ${ofCut.slice(0, 4)}-${ofCut.slice(4).toLowerCase()}`)
    page.assertTextIncludes(`La copie de sauvegarde ${ofCut} est reçue`)
    page.assertTextIncludes(`Copie ${ofCut}`)
    for (const name of ['COUPÉE', 'ENTIÈRE', cut.siret]) assert.notInclude(page.text(), name)
    await receives(client, id, ofWhole)
    const early = await asks(client, id, ofCut, 'ouverture', { openedFor: 'interrupted' })
    early.assertStatus(403)

    await pastTheHour(id)
    const late = await receives(client, id, ofAfter)
    late.assertTextIncludes('arrive après l’heure limite')
    await opens(client, town, id)
    await gives(client, town, 0, id)
    await gives(client, town, 1, id)
    await runDueJobs(town.tenant.id)
    const shown = await client.get(`/c/kervalan/marches/${id}/ouverture`).loginAs(town.agent)
    shown.assertTextIncludes('COUPÉE')
    const pv = await pvTextOf(town, id)
    assert.include(pv, 'Copies de sauvegarde reçues : 3')
    for (const [number, { siret }, name, became] of [
      [ofCut, cut, 'COUPÉE', 'Reçue, fermée'],
      [ofWhole, whole, 'ENTIÈRE', 'Reçue, fermée'],
      [ofAfter, after, 'APRÈS', 'Reçue hors délai, fermée'],
    ] as const) {
      const told = `${number} : ${name} (${siret}). Support physique (clé USB, disque). Reçue le `
      assert.include(pv, told)
      assert.include(pv.slice(pv.indexOf(told), pv.indexOf(told) + 200), became)
    }

    const refused = await asks(client, id, ofWhole, 'ouverture', { openedFor: 'interrupted' })
    refused.assertStatus(409)
    assert.equal(refused.body().code, 'E_COPY_STAYS_SHUT')
    const wrong = await asks(client, id, ofCut, 'ouverture', { openedFor: 'virus' })
    assert.equal(wrong.body().code, 'E_COPY_STAYS_SHUT')
    const opened = await asks(client, id, ofCut, 'ouverture', { openedFor: 'interrupted' })
    opened.assertStatus(302)
    const again = await asks(client, id, ofCut, 'destruction')
    again.assertStatus(409)
    const gone = await asks(client, id, ofWhole, 'destruction')
    gone.assertStatus(302)
    const states = await Promise.all([ofCut, ofWhole, ofAfter].map(copyOf))
    assert.deepEqual(
      states.map(({ state }) => state),
      ['opened', 'destroyed', 'late']
    )
    const told = await tenancy.run(town.tenant.id, ({ trx }) =>
      trx
        .from('kernel.journal_entries')
        .where('tenant_id', town.tenant.id)
        .whereIn(
          'subject_id',
          states.map(({ id: copy }) => copy)
        )
        .select('type', 'data')
    )
    assert.sameMembers(
      told.map(({ type }) => type.replace('procurement.backup_copy_', '')),
      ['receive', 'receive', 'come_late', 'open', 'destroy']
    )
    assert.notInclude(JSON.stringify(told), cut.siret)
  })

  test('is not known under another number, nor announced once the hour has passed', async ({
    client,
  }) => {
    const id = await onlineConsultation(town)
    const unknown = await receives(client, id, 'ZZZZZZZZ')
    unknown.assertTextIncludes('Aucune copie de sauvegarde n’est annoncée sous ce numéro')
    await pastTheHour(id)
    const { session } = await bidder('Trop tard')
    const refused = await client
      .post(`/moi/marches/kervalan/${id}/copies`)
      .form({ mode: 'paper' })
      .withSession(session)
      .withCsrfToken()
      .accept('json')
    refused.assertStatus(409)
  })

  test('opens for a virus, a pli cut or late that began in time, one that does not open, and nothing else', ({
    assert,
  }) => {
    const hour = 1000
    const pli = (state: string, startedAt = 1, hasVirus = false) => ({ state, startedAt, hasVirus })
    const cases: [ReturnType<typeof pli>[], string[]][] = [
      [[], []],
      [[pli('opened', 1, true)], ['virus']],
      [[pli('draft')], ['interrupted']],
      [[pli('late', hour)], ['interrupted']],
      [[pli('late', hour + 1)], []],
      [[pli('unreadable')], ['unreadable']],
      [[pli('replaced')], []],
      [[pli('withdrawn')], []],
      // Another of hers was read whole: there is nothing to save
      [[pli('late'), pli('opened')], []],
      [
        [pli('late'), pli('unreadable')],
        ['interrupted', 'unreadable'],
      ],
    ]
    for (const [plis, expected] of cases) assert.deepEqual(openingCases(plis, hour), expected)
  })
})
