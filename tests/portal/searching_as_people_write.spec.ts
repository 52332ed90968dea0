import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import { termsOf } from '#lib/french/search/query'
import { LocalDate } from '#lib/values'
import { commune, draftOf } from '#tests/actes/room'
import { fromDay } from '#app/actes/models/days'
import { person } from '#tests/world/world'

const unmarked = (page: string) => page.replace(/<\/?mark>/g, '')

test.group('What people search for', (group) => {
  let marker: string
  group.setup(async () => {
    const tenant = await commune()
    const acte = await draftOf(tenant, {
      objet: 'Rénovation énergétique de l’école Sœur-Anne, lot 299',
    } as any)
    marker = acte.numero
    await tenancy.run(tenant.id, () =>
      acte
        .merge({
          state: 'published',
          publishedOn: fromDay(LocalDate.parse('2026-11-21')),
          receivedOn: fromDay(LocalDate.parse('2026-11-21')),
          identifier: `035-213509011-20261120-${acte.numero}-DE`,
        } as any)
        .save()
    )
  })

  for (const words of [
    'renovation',
    'RÉNOVATION',
    'Re\u0301novation energetique',
    'lot 299',
    'ecole renovation',
    'soeur',
    "l'ecole",
  ]) {
    for (const path of ['/c/kervalan/actes', '/c/kervalan/recherche', '/p/kervalan/actes']) {
      test(`is found under « ${words} » at ${path}`, async ({ client, assert }) => {
        const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
        const page = await client
          .get(path)
          .qs({ q: `${words} ${path.includes('/p/') ? '' : marker}` })
          .loginAs(agent)
        assert.include(unmarked(page.text()), 'Rénovation énergétique de l’école')
      })
    }
  }

  test('is not found when one of its words is missing', async ({ client, assert }) => {
    const page = await client.get('/p/kervalan/actes').qs({ q: 'renovation piscine' })
    assert.notInclude(page.text(), 'Rénovation énergétique')
  })

  test('takes a sign of the base for itself', async ({ client, assert }) => {
    const page = await client.get('/p/kervalan/actes').qs({ q: '%' })
    assert.notInclude(page.text(), 'Rénovation énergétique')
  })

  test('are persons, for whoever may open their pages', async ({ client, assert }) => {
    const yann = await person('Yann Kerbrat', { kervalan: ['administrator'] })
    await person('Soïzic Madec', { kervalan: ['signatory'] }, 'Maire')
    const found = await client.get('/c/kervalan/recherche').qs({ q: 'madec soizic' }).loginAs(yann)
    assert.match(found.text(), /href="\/c\/kervalan\/membres\/[0-9a-f-]{36}"/)
    assert.match(unmarked(found.text()), /Soïzic Madec/)
    assert.include(found.text(), '<mark>Madec</mark>')
  })

  test('are not promised to be persons to whom cannot open them', async ({ client, assert }) => {
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const empty = await client.get('/c/kervalan/recherche').qs({ q: 'zzzz' }).loginAs(agent)
    assert.notInclude(empty.text(), 'nom d’une personne')
  })

  test('is a few words: a book is cut', ({ assert }) => {
    const many = Array.from({ length: 50 }, (_, index) => 'x'.repeat(index + 2))
    assert.lengthOf(termsOf(many.join(' ')), 8)
  })
})
