import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import { documents } from '#kernel/documents'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import { LocalDate, uuidv7 } from '#lib/values'
import Acte from '#app/actes/models/acte'
import { fromDay } from '#app/actes/models/days'
import { filtersOn, queryOf, readFilters } from '#app/actes/register/filters'
import { SCDL_COLUMNS, scdlLine } from '#app/actes/register/scdl'
import { person } from '#tests/world/world'
import { commune, PDF } from './room.js'

const read = (address: string) => {
  const asked = new URLSearchParams(address)
  return readFilters((name) => asked.get(name))
}

test.group('What an address asks of the register', () => {
  test('is read, and written again as it was', ({ assert }) => {
    const asked = 'q=cantine&nature=1&annee=2025&du=2025-02-01&au=2025-03-01&matiere=7&tri=anciens'
    assert.equal(String(queryOf(read(asked))), asked)
    assert.equal(String(queryOf(read('tri=publies&q='))), '')
  })

  test('filters nothing when it means nothing', ({ assert }) => {
    const asked = 'nature=99&annee=20255&du=2025-13-45&matiere=7.1%27&tri=constructor'
    assert.equal(String(queryOf(read(asked))), '')
  })

  test('is taken off one by one', ({ assert }) => {
    const on = filtersOn(read('annee=2025&matiere=7'), 'Finances locales')
    assert.deepEqual(
      on.map(({ label, query }) => [label, query]),
      [
        ['2025', '?matiere=7'],
        ['Finances locales', '?annee=2025'],
      ]
    )
  })
})

test.group('A deliberation in open data', () => {
  const deliberation = {
    collectivite: 'Commune de Kervalan',
    siret: '21350901100011',
    numero: '2026_041',
    decidedOn: '2026-11-20',
    matiere: '7.10.2',
    matiereLabels: ['Finances locales', 'Divers (autres, s’il y a lieu)', 'Rien'],
    objet: 'Tarifs, cantine',
    identifier: '035-213509011-20261120-2026_041-DE',
    receivedOn: '2026-11-22',
    url: 'https://halle.test/p/kervalan/actes/1/acte.pdf',
  }

  test('fills the columns of the schema, and leaves empty what nobody told us', ({ assert }) => {
    const line = scdlLine(deliberation)!
    assert.lengthOf(line, SCDL_COLUMNS.length)
    const cell = (name: (typeof SCDL_COLUMNS)[number]) => line[SCDL_COLUMNS.indexOf(name)]
    assert.equal(cell('DELIB_MATIERE_CODE'), '7.10')
    assert.equal(cell('DELIB_MATIERE_NOM'), 'finances locales/divers autres s’il y a lieu')
    assert.equal(cell('PREF_DATE'), '2026-11-22')
    assert.equal(cell('VOTE_POUR'), '')
    assert.equal(cell('DELIB_URL'), deliberation.url)
  })

  test('is left out rather than wrong', ({ assert }) => {
    assert.isNull(scdlLine({ ...deliberation, matiere: '7' }))
    assert.isNull(scdlLine({ ...deliberation, matiereLabels: [] }))
  })
})

test.group('The public register, asked', (group) => {
  let kervalan: Tenant
  const word = `registre${uuidv7().slice(-8)}`

  group.setup(async () => {
    kervalan = await commune()
    await tenancy.run(kervalan.id, async () => {
      const { id } = await documents.store(PDF, { name: 'a.pdf' })
      for (const [rank, day, matiere, natureCode] of [
        [1, '2024-05-02', '7.1', 1],
        [2, '2025-03-10', '7.10', 1],
        [3, '2025-09-10', '8.3', 2],
      ] as const)
        await Acte.create({
          state: 'published',
          natureCode,
          matiere,
          numero: `R${rank}${uuidv7().slice(-10)}`.toUpperCase(),
          objet: `${word} ${rank}.`,
          identifier: `035-${kervalan.siren}-${rank}`,
          decisionDate: fromDay(LocalDate.parse(day)),
          receivedOn: fromDay(LocalDate.parse('2026-11-22')),
          publishedOn: fromDay(LocalDate.parse('2026-11-22')),
          signedDocumentId: id,
        } as never)
    })
  })

  const ranks = (text: string) =>
    [...text.matchAll(new RegExp(`${word} (\\d+)\\.`, 'g'))].map(([, rank]) => Number(rank))
  const shown = (text: string) => ranks(text.replaceAll(/value="[^"]*"|title>[^<]*/g, ''))

  for (const [asked, wanted] of [
    ['', [3, 2, 1]],
    ['&annee=2025', [3, 2]],
    ['&matiere=7', [2, 1]],
    ['&nature=2', [3]],
    ['&du=2025-01-01&au=2025-06-30', [2]],
    ['&tri=anciens', [1, 2, 3]],
    ['&tri=recents&matiere=7', [2, 1]],
  ] as const) {
    test(`shows what « ${asked || 'rien'} » keeps, and counts it`, async ({ client, assert }) => {
      const page = await client.get(`/p/kervalan/actes?q=${word}${asked}`)
      assert.deepEqual(shown(page.text()), [...wanted])
      assert.match(page.text(), new RegExp(`role="status">\\s*${wanted.length}\\sacte`))
      const file = await client.get(`/p/kervalan/actes/registre.csv?q=${word}${asked}`)
      assert.deepEqual(ranks(file.text() || String(file.body())), [...wanted])
    })
  }

  test('says once what an acte is, who signed it, its whole digest, and how to share it', async ({
    client,
    assert,
  }) => {
    const mayor = await person('Soizic Madec', {})
    const acte = await tenancy.run(kervalan.id, async ({ trx }) => {
      const found = await Acte.query().where('objet', `${word} 1.`).firstOrFail()
      await trx.insertQuery().table('actes.acte_transitions').insert({
        tenant_id: kervalan.id,
        id: uuidv7(),
        acte_id: found.id,
        from_state: 'in_circuit',
        to_state: 'signed',
        event: 'sign',
        actor_kind: 'person',
        actor_id: mayor.id,
        at: new Date(),
      })
      return found
    })
    const page = await client.get(`/p/kervalan/actes/${acte.id}`)
    const text = page.text()
    assert.match(text, /Signé par<\/dt>\s*<dd[^>]*>\s*Soizic Madec/)
    assert.include(text, 'Séance du')
    assert.include(text, createHash('sha256').update(PDF).digest('hex'))
    assert.match(text, new RegExp(`share-url">[^<]*/p/kervalan/actes/${acte.id}<`))
    assert.include(text, '<svg')
    const main = text.slice(text.indexOf('<main'), text.indexOf('</main'))
    assert.lengthOf(main.split('Délibération').slice(1), 1)
  })

  test('gives its deliberations in open data once the SIRET is known', async ({
    client,
    assert,
  }) => {
    const address = `/p/kervalan/actes/deliberations.csv?q=${word}`
    ;(await client.get(address)).assertStatus(404)
    const { settings } = kervalan
    const told = { ...settings, actes: { ...settings.actes, headquartersSiret: '21350901100011' } }
    const tell = (said: object) =>
      systemDb().from('kernel.tenants').where('id', kervalan.id).update({ settings: said })
    await tell(told)
    tenants.forget()
    try {
      const file = await client.get(address)
      const text: string = file.text() || String(file.body())
      assert.equal(text.split('\r\n')[0], SCDL_COLUMNS.join(','))
      assert.match(file.header('content-disposition')!, /\d{8}_213509011_deliberations\.csv/)
      assert.sameMembers(ranks(text), [1, 2].slice(0, ranks(text).length))
      assert.notInclude(ranks(text), 3)
    } finally {
      await tell(settings)
      tenants.forget()
    }
  })
})
