import { test } from '@japa/runner'
import Consultation from '#app/procurement/drafting/consultation'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { market, typed, type Market } from './room.js'

const BASE = '/c/kervalan/marches'

test.group('The list of consultations', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })

  /** A draft of that title, whose hour comes in so many days. */
  async function draft(client: any, title: string, days: number): Promise<string> {
    const form = typed({ title })
    await client.post(BASE).loginAs(town.agent).withCsrfToken().form(form)
    return tenancy.run(town.tenant.id, async () => {
      const found = await Consultation.findByOrFail('reference', form.reference)
      await found.merge({ deadline: clock.now().plus({ days }) }).save()
      return found.id
    })
  }

  /** Where the lines of these titles stand, among those of the page. */
  const order = (html: string, titles: string[]) =>
    [...titles].sort((one, other) => html.indexOf(`>${one}<`) - html.indexOf(`>${other}<`))

  test('is turned by its hour, narrowed by its words and its state, and is a file', async ({
    client,
    assert,
  }) => {
    const mark = `Zinguerie ${Date.now()}`
    const [soon, late] = [`${mark} du préau`, `${mark} de la mairie`]
    await draft(client, late, 40)
    await draft(client, soon, 30)
    const asked = async (query: object) =>
      (await client.get(BASE).qs(query).loginAs(town.agent)).text() as string
    assert.deepEqual(order(await asked({ q: mark, tri: 'limite' }), [late, soon]), [soon, late])
    assert.deepEqual(order(await asked({ q: mark, tri: '-limite' }), [soon, late]), [late, soon])
    assert.include(await asked({ q: `preau ${mark}`, etat: 'ouvertes' }), soon)
    assert.notInclude(await asked({ q: mark, etat: 'notified' }), soon)
    const file = await client.get(`${BASE}/liste/csv`).qs({ q: mark }).loginAs(town.agent)
    assert.lengthOf(file.text().trim().split('\r\n'), 3)
  })

  test('keeps a view under a name', async ({ client }) => {
    const nom = `Mes consultations ${Date.now()}`
    const form = { nom, filtre: 'etat=ouvertes&tri=limite' }
    const kept = await client.post(`${BASE}/vues`).loginAs(town.agent).withCsrfToken().form(form)
    kept.assertTextIncludes(nom)
    kept.assertTextIncludes(`${BASE}?etat=ouvertes&amp;tri=limite"`)
  })
})
