import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import mail from '@adonisjs/mail/services/main'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import Follower from '#app/procurement/changing/follower'
import Pli from '#app/procurement/deposit/pli'
import { runDueJobs } from '#tests/helpers/jobs'
import { person } from '#tests/world/world'
import { bidder } from './bidders.js'
import { deposited, gives, opens } from './gestures.js'
import { consultation, market, published, type Market } from './room.js'

const REASON = 'Une pièce du dossier a été modifiée.'

test.group('A published consultation that changes', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  const move = (client: ApiClient, id: string, fields: Record<string, string>, who = town.agent) =>
    client
      .post(`/c/kervalan/marches/${id}/prorogation`)
      .form({ reason: REASON, ...fields })
      .header('referer', `/c/kervalan/marches/${id}/prorogation`)
      .loginAs(who)
      .withCsrfToken()
  const seenOn = (html: string) => /name=["']seen["'][^>]*value=["']([^"']+)/.exec(html)![1]
  const later = async (id: string, days: number) => {
    const hour = (await consultation(town, id)).hour.plus({ days })
    return { deadlineDay: hour.toISODate()!, deadlineTime: hour.toFormat('HH:mm:ss') }
  }

  test('moves its hour back for everybody, says so, and tells who follows and who answers', async ({
    client,
    assert,
  }) => {
    using fake = mail.fake()
    const id = await published(client, town)
    await client
      .post(`/p/kervalan/marches/${id}/suivi`)
      .form({ email: 'Veille@Exemple.test' })
      .withCsrfToken()
    const { pli } = await deposited(client, await bidder('Prévenue'), id)
    const former = (await consultation(town, id)).deadline
    const answer = await move(client, id, await later(id, 2))
    answer.assertStatus(200)
    assert.equal(
      (await consultation(town, id)).deadline.toMillis(),
      former.plus({ days: 2 }).toMillis()
    )
    const page = await client.get(`/p/kervalan/marches/${id}`)
    page.assertTextIncludes(REASON)
    const { items } = (await client.get(`/api/v1/procurement/consultations/${id}/changes`)).body()
    assert.deepEqual(
      items.map(({ kind }: any) => kind),
      ['published', 'extended']
    )
    // A pli of after the former hour is in time
    clock.freeze(former.plus({ hours: 1 }).toUTC().toISO()!)
    const next = await deposited(client, await bidder('Nouvelle'), id)
    assert.isFalse(next.answer.body().late)
    assert.equal((await tenancy.run(town.tenant.id, () => Pli.get(pli))).state, 'sealed')
    await runDueJobs(town.tenant.id)
    const told = fake.messages.sent().map(({ nodeMailerMessage }) => nodeMailerMessage as any)
    const addresses = JSON.stringify(told.map(({ to }) => to))
    assert.include(addresses, 'veille@exemple.test')
    const follower = await tenancy.run(town.tenant.id, () =>
      Follower.query().where('consultationId', id).firstOrFail()
    )
    const stop = `/p/kervalan/marches/suivi/${follower.id}`
    ;(await client.get(stop)).assertTextIncludes('veille@exemple.test')
    await client.post(stop).withCsrfToken()
    ;(await client.get(stop)).assertStatus(404)
  })

  test('never brings its hour forward, and keeps what was typed', async ({ client, assert }) => {
    const id = await published(client, town)
    const { deadline } = await consultation(town, id)
    const answer = await move(client, id, await later(id, -1))
    answer.assertTextIncludes('ne peut que reculer')
    answer.assertTextIncludes(REASON)
    assert.equal((await consultation(town, id)).deadline.toMillis(), deadline.toMillis())
    clock.freeze(deadline.plus({ milliseconds: 1 }).toUTC().toISO()!)
    const late = await move(client, id, await later(id, 1))
    late.assertTextIncludes('L’heure limite est passée')
  })

  test('of two secretaries who move it together, tells the second who did', async ({
    client,
    assert,
  }) => {
    const other = await person('Yuna Tanguy', { kervalan: ['agent'] })
    const id = await published(client, town)
    const read = await client.get(`/c/kervalan/marches/${id}/prorogation`).loginAs(other)
    const seen = seenOn(read.text())
    const [first, second] = [await later(id, 3), await later(id, 5)]
    await move(client, id, { ...first, seen })
    const answer = await move(client, id, { ...second, seen }, other)
    answer.assertTextIncludes('Maëlle Le Goff a modifié')
    assert.equal((await consultation(town, id)).hour.toISODate(), first.deadlineDay)
  })

  test('given up, is told to everybody and opens no pli', async ({ client, assert }) => {
    const id = await published(client, town)
    const { pli } = await deposited(client, await bidder('Renoncée'), id)
    const page = `/c/kervalan/marches/${id}/sans-suite`
    ;(await client.get(page).loginAs(town.agent)).assertTextIncludes('Motif')
    await client
      .post(page)
      .form({ reason: 'Le besoin a disparu.' })
      .loginAs(town.agent)
      .withCsrfToken()
    const one = await consultation(town, id)
    assert.equal(one.state, 'abandoned')
    ;(await client.get(`/p/kervalan/marches/${id}`)).assertTextIncludes('Le besoin a disparu.')
    clock.freeze(one.deadline.plus({ minutes: 1 }).toUTC().toISO()!)
    await opens(client, town, id)
    await gives(client, town, 0, id)
    await gives(client, town, 1, id)
    await runDueJobs(town.tenant.id)
    assert.equal((await tenancy.run(town.tenant.id, () => Pli.get(pli))).state, 'sealed')
  })

  test('keeps in the journal who asked for its plis before the hour, and what', async ({
    client,
    assert,
  }) => {
    const id = await published(client, town)
    const asked = await client
      .get(`/c/kervalan/marches/${id}/plis`)
      .loginAs(town.agent)
      .accept('json')
    asked.assertStatus(403)
    assert.equal(asked.body().code, 'E_BEFORE_THE_HOUR')
    ;(await opens(client, town, id)).assertStatus(302)
    const entries = await tenancy.run(town.tenant.id, ({ trx }) =>
      trx
        .from('kernel.journal_entries')
        .where({ tenant_id: town.tenant.id, subject_id: id })
        .where('type', 'procurement.consultation_asked_too_early')
    )
    assert.sameMembers(
      entries.map(({ data }: any) => data.asked),
      ['procurement.plis_of_buyer.index', 'procurement.openings.store']
    )
    assert.include(JSON.stringify(entries), town.agent.id)
  })

  test('is found by its words', async ({ client }) => {
    await published(client, town, { title: 'Vitrail de la chapelle Sainte-Tréphine' })
    const found = await client.get('/c/kervalan/recherche?q=vitrail').loginAs(town.agent)
    found.assertTextIncludes('Sainte-Tréphine')
  })
})
