import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { systemDb } from '#kernel/system'
import { someSiren } from '#tests/helpers/siren'
import { uuidv7 } from '#lib/values'
import { forgetShown } from '#web/shown_members'
import { findTowns, knownTown, postalCodeIn } from '#lib/french/search/towns'

const town = (name: string, siren = '213509011', postalCode: string | null = null) =>
  knownTown({ slug: name.toLowerCase(), name, siren, postalCode })
const TOWNS = [
  town('Communauté de communes de Saint-Orven'),
  town('Commune de Saint-Orven', '213509029', '35120'),
  town('Commune de Trégoat', '217597004', '22450'),
  town('Commune de L’Hôpital-Camfrout', '212900803'),
  town('Commune de Plessis-Briac'),
]
const names = (typed: string) => findTowns(TOWNS, typed).map(({ name }) => name)

test.group('A town', () => {
  for (const [typed, first] of [
    ['tregoat', 'Commune de Trégoat'],
    ['TRÉGO', 'Commune de Trégoat'],
    ['St Orven', 'Commune de Saint-Orven'],
    ['saint-orven', 'Commune de Saint-Orven'],
    ['orven saint', 'Commune de Saint-Orven'],
    ['l hopital camfrout', 'Commune de L’Hôpital-Camfrout'],
    ['plesis briac', 'Commune de Plessis-Briac'],
    ['35120', 'Commune de Saint-Orven'],
    ['224', 'Commune de Trégoat'],
    ['213 509 029', 'Commune de Saint-Orven'],
    ['21350902900015', 'Commune de Saint-Orven'],
  ] as const) {
    test(`is found by « ${typed} »`, ({ assert }) => {
      assert.equal(names(typed)[0], first)
    })
  }

  test('that answers to nothing typed is not shown, and all are when nothing is', ({ assert }) => {
    assert.deepEqual(names('Quimperlé'), [])
    assert.deepEqual(names('???'), [])
    assert.lengthOf(names(' '), TOWNS.length)
  })

  test('has the postal code of its address, and no other number of it', ({ assert }) => {
    assert.equal(postalCodeIn('1 place de la Halle, 35999 Kervalan'), '35999')
    assert.equal(postalCodeIn('BP 123456, 35999 Kervalan Cedex 9'), '35999')
    assert.isNull(postalCodeIn('12345 678'))
    assert.isNull(postalCodeIn('Le bourg'))
  })
})

test.group('The front page among many members', (group) => {
  group.setup(async () => {
    await systemDb().rawQuery(
      `insert into kernel.tenants (id, slug, siren, name, kind, departement, arrondissement, nature_code, public_since)
       select gen_random_uuid(), 'essaim-' || n, 'E' || n, 'Commune de l’Essaim ' || to_char(n, 'FM0000'), 'commune', '035', '1', '31', now()
       from generate_series(1, 2000) n on conflict do nothing`
    )
    forgetShown()
    return async () => {
      await systemDb().from('kernel.tenants').where('slug', 'like', 'essaim-%').delete()
      forgetShown()
    }
  })

  test('finds one by a part of its name, and goes on page by page without a script', async ({
    client,
    assert,
  }) => {
    const first = await client.get('/?q=essaim')
    first.assertTextIncludes('2\u202f000 collectivités répondent')
    first.assertTextIncludes('href="/p/essaim-1"')
    assert.notInclude(first.text(), 'href="/p/essaim-25"')
    const [, next] = /href="([^"]+)"[^>]*rel="next"/.exec(first.text())!
    const second = await client.get(next.replaceAll('&amp;', '&'))
    second.assertTextIncludes('href="/p/essaim-25"')
    ;(await client.get('/?q=essaim+1999')).assertTextIncludes('href="/p/essaim-1999"')
  })
})

test.group('A member that has not opened its public side', (group) => {
  const slug = `close-${uuidv7().slice(-12)}`
  group.setup(async () => {
    await db.connection('app').rawQuery(
      `insert into kernel.tenants (id, slug, siren, name, kind, departement, arrondissement, nature_code)
       values (?, ?, ?, 'Commune de Closeville', 'commune', '035', '1', '31')`,
      [uuidv7(), slug, someSiren()]
    )
    forgetShown()
  })

  test('answers nothing yet, in a plain page, and is not listed', async ({ client, assert }) => {
    for (const path of ['', '/actes', '/mentions-legales', '/actes/fil.atom']) {
      const page = await client.get(`/p/${slug}${path}`).accept('html')
      page.assertStatus(404)
      page.assertTextIncludes('Pas encore ouverte')
      page.assertTextIncludes('Commune de Closeville')
    }
    const front = await client.get('/?q=closeville')
    assert.notInclude(front.text(), `/p/${slug}`)
    front.assertTextIncludes('Aucune collectivité ouverte à tous ne répond')
  })
})
