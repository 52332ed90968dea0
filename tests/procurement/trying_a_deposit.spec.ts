import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import Pli from '#app/procurement/deposit/pli'
import { forgetRehearsals } from '#app/procurement/jobs/forget_rehearsals'
import { runDueJobs } from '#tests/helpers/jobs'
import { bidder } from './bidders.js'
import { deposited, opens } from './gestures.js'
import { market, type Market } from './room.js'

test.group('A deposit that is tried', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  const asks = async (client: ApiClient) => {
    const led = await client.post('/p/kervalan/marches/preparer').withCsrfToken().redirects(0)
    return led.header('location')!.split('/').at(-1)!
  }
  const plisOf = (consultationId: string) =>
    tenancy.run(town.tenant.id, () => Pli.query().where({ consultationId }).exec())

  test('OE-06: goes to the end, the same any day, and says everywhere that it does not count', async ({
    client,
    assert,
  }) => {
    const preparation = await client.get('/p/kervalan/marches/preparer')
    preparation.assertTextIncludes('Essayer un dépôt')
    preparation.assertTextIncludes('fichiers par pli')
    const id = await asks(client)
    clock.freeze(clock.now().plus({ months: 7 }).toUTC().toISO()!)
    assert.equal(await asks(client), id)
    const her = await bidder('Essayeuse')
    const page = await client.get(`/moi/marches/kervalan/${id}`).withSession(her.session)
    page.assertTextIncludes('Ce que vous déposez ici ne répond à aucune consultation')
    assert.notInclude(page.text(), 'Annoncer une copie')
    const { answer } = await deposited(client, her, id)
    answer.assertStatus(201)
    assert.match(answer.body().tender.title, /^Consultation d’essai : rien .* ne compte$/)
    assert.isFalse(answer.body().late)
  })

  test('is in no list, is opened by nobody, and is forgotten the day after', async ({
    client,
    assert,
  }) => {
    const id = await asks(client)
    const her = await bidder('Oubliée')
    const { pli } = await deposited(client, her, id)
    const lists = [
      await client.get('/c/kervalan/marches').loginAs(town.agent),
      await client.get('/p/kervalan/marches'),
      await client.get('/api/v1/procurement/consultations?q=essai').accept('json'),
    ]
    for (const list of lists) {
      list.assertStatus(200)
      assert.notInclude(list.text(), id)
    }
    const opened = await opens(client, town, id)
    assert.notInclude(opened.header('location') ?? '', 'ouverture')
    await runDueJobs(town.tenant.id)
    assert.include(
      (await plisOf(id)).map((one) => one.id),
      pli
    )
    clock.freeze(clock.now().plus({ days: 1, minutes: 1 }).toUTC().toISO()!)
    await tenancy.run(town.tenant.id, () => forgetRehearsals.enqueue({ consultationId: id }))
    await runDueJobs(town.tenant.id)
    assert.notInclude(
      (await plisOf(id)).map((one) => one.id),
      pli
    )
  })
})
