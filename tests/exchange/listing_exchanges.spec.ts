import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import { person as actorOf } from '#kernel/actor'
import { clock } from '#kernel/clock'
import type User from '#kernel/people/user'
import { prepare } from '#app/exchange/sending/prepare'
import { person, place } from '#tests/world/world'

const BASE = '/c/kervalan/echanges'

test.group('The list of exchanges', (group) => {
  let agent: User
  const mark = `Ruelle${Date.now()}`

  group.setup(async () => {
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const { id } = await place('kervalan')
    for (const days of [2, 9]) {
      const until = clock.now().plus({ days }).toISODate()!
      const asked = {
        kind: 'ask' as const,
        title: `${mark} ${days}`,
        recipients: 'a@b.test',
        until,
      }
      await tenancy.run(id, () => prepare(asked, actorOf(agent.id)))
    }
  })

  test('is narrowed by the last day of what is offered', async ({ client, assert }) => {
    const until = clock.now().plus({ days: 5 }).toISODate()!
    const page = await client.get(BASE).qs({ q: mark, fin_au: until }).loginAs(agent)
    assert.include(page.text(), `${mark} 2`)
    assert.notInclude(page.text(), `${mark} 9`)
    assert.include(page.text(), 'Dernier jour\u202f: jusqu’au')
    const file = await client.get(`${BASE}/liste/csv`).qs({ q: mark, fin_au: until }).loginAs(agent)
    assert.lengthOf(file.text().trim().split('\r\n'), 2)
  })

  test('keeps a view under a name, and forgets it', async ({ client, assert }) => {
    const nom = `Mes envois ${mark}`
    const form = { nom, filtre: 'sens=send&tri=fin' }
    const kept = await client.post(`${BASE}/vues`).loginAs(agent).withCsrfToken().form(form)
    assert.include(kept.text(), nom)
    assert.include(kept.text(), `${BASE}?sens=send&amp;tri=fin"`)
    const [, id] = kept.text().match(/vues\/([0-9a-f-]{36})/)!
    await client.delete(`${BASE}/vues/${id}`).loginAs(agent).withCsrfToken()
    assert.notInclude((await client.get(BASE).loginAs(agent)).text(), nom)
  })
})
