import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import mail from '@adonisjs/mail/services/main'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import Consultation from '#app/procurement/drafting/consultation'
import Lot from '#app/procurement/lots/lot'
import Pli from '#app/procurement/deposit/pli'
import { runDueJobs } from '#tests/helpers/jobs'
import { bidder } from './bidders.js'
import { deposited, gives, opens } from './gestures.js'
import { onlineLots } from './lots.js'
import { consultation, market, type Market } from './room.js'

const WHY = 'Le besoin de menuiseries a disparu.'
const answer = (...lots: number[]) => ({
  candidature: { 'dc1.txt': 'nous' },
  ...Object.fromEntries(lots.map((lot) => [`offre-${lot}`, { 'prix.txt': `lot ${lot}` }])),
})

test.group('A lot of a published consultation', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  const lotsOf = (id: string) => tenancy.run(town.tenant.id, () => Lot.of(id))
  const post = (client: ApiClient, path: string) =>
    client
      .post(`/c/kervalan/marches/${path}`)
      .loginAs(town.agent)
      .withCsrfToken()
      .accept('json')
      .redirects(0)
  const takesOut = (client: ApiClient, id: string, lot: string) =>
    post(client, `${id}/lots/${lot}/fin`).form({ ending: 'abandon', reason: WHY })

  test('is taken out before the hour: everybody is told, plis stay, and the others are opened', async ({
    client,
    assert,
  }) => {
    using fake = mail.fake()
    const id = await onlineLots(town, 3)
    const before = (await consultation(town, id)).fingerprint
    const her = await bidder('Cariou', 'cariou@exemple.test')
    const { pli } = await deposited(client, her, id, answer(1, 2))
    const [, second] = await lotsOf(id)
    const form = await client
      .get(`/c/kervalan/marches/${id}/lots/${second.id}/fin`)
      .loginAs(town.agent)
    form.assertTextIncludes('rien n’est à redéposer')
    assert.notInclude(form.text(), 'R2122-2')
    assert.equal((await takesOut(client, id, second.id)).status(), 302)
    await runDueJobs(town.tenant.id)
    const told = fake.messages
      .sent()
      .map(({ nodeMailerMessage }) => nodeMailerMessage as any)
      .filter(({ to }) => JSON.stringify(to).includes('cariou@exemple.test'))
    assert.lengthOf(told, 1)
    assert.include(told[0].text, WHY)
    assert.include(told[0].text, 'restent valables')
    const page = await client.get(`/p/kervalan/marches/${id}`)
    page.assertTextIncludes('Sans suite')
    page.assertTextIncludes(WHY)
    assert.equal((await consultation(town, id)).fingerprint, before)
    const deposit = await client.get(`/moi/marches/kervalan/${id}`).withSession(her.session)
    assert.notInclude(deposit.text(), 'name="offre-2"')
    // One that was sealed with it before still arrives
    const { pli: late } = await deposited(client, await bidder('Pennec'), id, answer(2, 3))
    const states = await tenancy.run(town.tenant.id, async () => [
      (await Pli.get(pli)).state,
      (await Pli.get(late)).state,
    ])
    assert.deepEqual(states, ['sealed', 'sealed'])
    clock.freeze((await consultation(town, id)).deadline.plus({ seconds: 1 }).toUTC().toISO()!)
    await opens(client, town, id)
    await gives(client, town, 0, id)
    await gives(client, town, 2, id)
    await runDueJobs(town.tenant.id)
    assert.deepEqual(
      (await lotsOf(id)).map(({ state }) => state),
      ['analysis', 'abandoned', 'analysis']
    )
  })

  test('is not taken out when it is the last, nor after the hour', async ({ client, assert }) => {
    using fake = mail.fake()
    const id = await onlineLots(town, 2)
    const [first, second] = await lotsOf(id)
    await takesOut(client, id, first.id)
    const last = await takesOut(client, id, second.id)
    assert.deepEqual([last.status(), last.body().code], [409, 'E_LAST_LOT'])
    const other = await onlineLots(town, 2)
    const [lot] = await lotsOf(other)
    const { deadline } = await consultation(town, other)
    clock.freeze(deadline.plus({ seconds: 1 }).toUTC().toISO()!)
    const passed = await takesOut(client, other, lot.id)
    assert.equal(passed.body().code, 'E_HOUR_PASSED')
    assert.lengthOf(fake.messages.sent(), 0)
  })

  test('is not added to what is signed: the page says why, and a draft takes up the need', async ({
    client,
    assert,
  }) => {
    const id = await onlineLots(town, 3)
    const [, second] = await lotsOf(id)
    await takesOut(client, id, second.id)
    const page = await client.get(`/c/kervalan/marches/${id}/lots/ajout`).loginAs(town.agent)
    page.assertTextIncludes('empreinte du trousseau')
    const made = await post(client, `${id}/lots/ajout`)
    const [, copy] = /marches\/([0-9a-f-]{36})\/lots/.exec(made.header('location')!)!
    const [draft, online] = [await consultation(town, copy), await consultation(town, id)]
    assert.equal(draft.state, 'draft')
    assert.equal(draft.title, online.title)
    assert.isNull(draft.trousseau)
    assert.notEqual(draft.reference, online.reference)
    assert.isTrue(draft.deadline > clock.now())
    assert.deepEqual(
      (await lotsOf(copy)).map(({ number, title }) => [number, title]),
      [
        [1, 'Part 1'],
        [2, 'Part 3'],
      ]
    )
    const again = await post(client, `${id}/lots/ajout`)
    assert.notEqual(again.header('location'), made.header('location'))
    await tenancy.run(town.tenant.id, async () => {
      const found = await Consultation.get(id)
      assert.equal(found.state, 'online')
    })
  })
})
