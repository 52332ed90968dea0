import { test } from '@japa/runner'
import type User from '#kernel/people/user'
import type { Tenant } from '#kernel/tenant'
import { fromDay } from '#app/actes/models/days'
import { LocalDate, uuidv7 } from '#lib/values'
import { person } from '#tests/world/world'
import { commune, draftOf, signedActe } from './room.js'

test.group('The list of actes', (group) => {
  let kervalan: Tenant
  let agent: User
  let base: string
  let mark: string

  group.setup(async () => {
    kervalan = await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    base = `/c/${kervalan.slug}/actes`
  })

  group.each.setup(() => {
    mark = `m${uuidv7().slice(-12)}`
  })

  const draft = (objet: string, day: string | null = '2026-11-20', more: object = {}) =>
    draftOf(kervalan, {
      objet: `${objet} ${mark}`,
      decisionDate: day && fromDay(LocalDate.parse(day)),
      createdBy: agent.id,
      ...more,
    } as never)

  /** The objets of a page, in their order, without the mark of the test. */
  const shown = (html: string) =>
    [...html.matchAll(/<th scope="row"[^>]*>\s*<a [^>]*>([^<]+)</g)].map(([, objet]) =>
      objet.replace(mark, '').trim()
    )

  test('is ordered by a head, both ways, accents and capitals aside', async ({
    client,
    assert,
  }) => {
    for (const objet of ['Écoles', 'zones', 'eau', 'Fêtes']) await draft(objet)
    const asked = async (tri: string) =>
      shown((await client.get(`${base}?q=${mark}&tri=${tri}`).loginAs(agent)).text())
    assert.deepEqual(await asked('objet'), ['eau', 'Écoles', 'Fêtes', 'zones'])
    assert.deepEqual(await asked('-objet'), ['zones', 'Fêtes', 'Écoles', 'eau'])
  })

  test('says which head orders it, and which address turns it', async ({ client }) => {
    await draft('seul')
    const page = await client.get(`${base}?q=${mark}&tri=objet`).loginAs(agent)
    page.assertTextIncludes('aria-sort="ascending"')
    page.assertTextIncludes(`${base}?q=${mark}&amp;tri=-objet`)
  })

  test('turns its pages under the chosen order, and nothing is shown twice nor lost', async ({
    client,
    assert,
  }) => {
    for (let n = 0; n < 53; n++) await draft(`même ${n % 2}`, n % 3 ? '2026-05-04' : null)
    for (const tri of ['objet', '-decision', 'decision', '-change', 'nature', 'numero']) {
      const first = await client.get(`${base}?q=${mark}&tri=${tri}`).loginAs(agent)
      first.assertTextIncludes('53 actes')
      const next = /href="([^"]+)"[^>]*rel="next"/.exec(first.text())![1].replaceAll('&amp;', '&')
      const second = await client.get(next).loginAs(agent)
      const lines = (html: string) => [...html.matchAll(/data-line="([^"]+)"/g)].map(([, id]) => id)
      const all = [...lines(first.text()), ...lines(second.text())]
      assert.deepEqual([all.length, new Set(all).size], [53, 53], tri)
    }
  })

  test('is narrowed by dates, both ends within, and drafts without a date are in none', async ({
    client,
    assert,
  }) => {
    await draft('avant', '2026-01-31')
    await draft('premier', '2026-02-01')
    await draft('dernier', '2026-02-28')
    await draft('sans date', null)
    const asked = async (query: string) =>
      shown((await client.get(`${base}?q=${mark}&tri=decision&${query}`).loginAs(agent)).text())
    assert.deepEqual(await asked('decision_du=2026-02-01&decision_au=2026-02-28'), [
      'premier',
      'dernier',
    ])
    assert.deepEqual(await asked('decision_au=2026-01-31'), ['avant'])
  })

  test('is narrowed by who prepared it, by a piece of the name', async ({ client, assert }) => {
    const other = await person('Yann Kerbrat', { kervalan: ['agent'] })
    await draft('de Maëlle')
    await draft('de Yann', null, { createdBy: other.id })
    const page = await client.get(`${base}?q=${mark}&par=kerbrat`).loginAs(agent)
    assert.deepEqual(shown(page.text()), ['de Yann'])
    page.assertTextIncludes('Préparé par\u202f: kerbrat')
  })

  test('counts all that is filtered, and says the way back when nothing is', async ({ client }) => {
    await draft('un')
    await draft('deux')
    const found = await client.get(`${base}?q=${mark}`).loginAs(agent)
    found.assertTextIncludes('2 actes')
    const none = await client.get(`${base}?q=${mark}&etat=archived`).loginAs(agent)
    none.assertTextIncludes('Aucun acte ne correspond')
  })

  test('is a file of what is filtered, in its order, with no formula in it', async ({
    client,
    assert,
  }) => {
    await draft('=1+1', '2026-02-01')
    await signedActe(kervalan, { objet: `arbres ${mark}` } as never)
    const csv = await client.get(`${base}/liste/csv?q=${mark}&tri=objet`).loginAs(agent)
    assert.match(String(csv.header('content-disposition')), /filename="actes-[-\d]+\.csv"/)
    const [head, first, second] = csv.text().split('\r\n')
    assert.equal(head, '\ufeffÉtat;Numéro;Objet;Nature;Décision;Attend;Depuis;Préparé par;Modifié')
    assert.match(
      first,
      new RegExp(`^Brouillon;[^;]+;'=1\\+1 ${mark};Délibération;01/02/2026;;;Maëlle Le Goff;`)
    )
    assert.match(second, /^Signé;/)
    const xlsx = await client.get(`${base}/liste/xlsx?q=${mark}`).loginAs(agent)
    assert.match(String(xlsx.header('content-type')), /spreadsheetml\.sheet/)
  })

  test('is a file for nobody of another collectivite', async ({ client }) => {
    const own = await client.get(`${base}/liste/csv`).loginAs(agent)
    own.assertStatus(200)
    const stranger = await person('Gaël Morvan', { 'saint-orven': ['agent'] })
    const file = await client.get(`${base}/liste/csv`).loginAs(stranger)
    file.assertStatus(404)
  })
})
