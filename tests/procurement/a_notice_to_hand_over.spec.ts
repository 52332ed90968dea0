import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { checkNotice } from '#lib/eforms/check_notice'
import { procurementSettings } from '#app/procurement/settings'
import { consultation, drafted, market, published, type Market } from './room.js'

test.group('A notice to hand over', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())
  const noticeOf = (id: string) => `/p/kervalan/marches/${id}/avis.xml`

  test('is downloaded without account, says what is published and breaks no rule', async ({
    client,
    assert,
  }) => {
    const id = await published(client, town)
    const answer = await client.get(noticeOf(id))
    answer.assertStatus(200)
    answer.assertHeader('content-type', 'application/xml; charset=utf-8')
    assert.include(answer.header('content-disposition'), '.xml')
    const notice = Buffer.isBuffer(answer.body()) ? answer.body().toString() : answer.text()
    assert.deepEqual(checkNotice(Buffer.from(notice), clock.now().toMillis()), [])
    const { reference, hour } = await consultation(town, id)
    for (const words of [
      `<cbc:ID schemeName="InternalID">${reference}<`,
      `<cbc:EndTime>${hour.toFormat('HH:mm:ssZZ')}<`,
      `<cbc:CompanyID>${procurementSettings(town.tenant).siret}<`,
      `/p/kervalan/marches/${id}/dce.zip<`,
      `/moi/marches/kervalan/${id}<`,
      '>Performance environnementale<',
    ])
      assert.include(notice, words)
    // The estimate is nobody's business
    assert.notInclude(notice, '85000')
  })

  test('says the hour as it was moved', async ({ client, assert }) => {
    const id = await published(client, town)
    const hour = (await consultation(town, id)).hour.plus({ days: 2 })
    await client
      .post(`/c/kervalan/marches/${id}/prorogation`)
      .form({
        reason: 'Une pièce a changé.',
        deadlineDay: hour.toISODate()!,
        deadlineTime: hour.toFormat('HH:mm:ss'),
      })
      .loginAs(town.agent)
      .withCsrfToken()
    const answer = await client.get(noticeOf(id))
    const notice = Buffer.isBuffer(answer.body()) ? answer.body().toString() : answer.text()
    assert.include(notice, `<cbc:EndDate>${hour.toFormat('yyyy-MM-ddZZ')}<`)
  })

  test('is none for a draft', async ({ client }) => {
    const id = await drafted(client, town)
    const answer = await client.get(noticeOf(id))
    answer.assertStatus(404)
  })

  test('is offered to the agent as what the platform does not send, until the hour', async ({
    client,
    assert,
  }) => {
    const id = await published(client, town)
    const page = () => client.get(`/c/kervalan/marches/${id}`).loginAs(town.agent)
    const open = await page()
    open.assertTextIncludes(noticeOf(id))
    open.assertTextIncludes('ne l’envoie à personne')
    ;(await client.get(`/p/kervalan/marches/${id}`)).assertTextIncludes(noticeOf(id))
    clock.freeze((await consultation(town, id)).deadline.plus({ hours: 1 }).toUTC().toISO()!)
    for (const closed of [await page(), await client.get(`/p/kervalan/marches/${id}`)])
      assert.notInclude(closed.text(), noticeOf(id))
  })
})
