import { test } from '@japa/runner'
import { search } from '#app/actes/search'
import Acte from '#app/actes/models/acte'
import { fromDay } from '#app/actes/models/days'
import { publicRegister } from '#app/actes/screens/public_register_screen'
import { search as people } from '#app/identity/search'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { rebuildSearch } from '#web/search/rebuild'
import { LocalDate } from '#lib/values'
import { draftOf } from '#tests/actes/room'
import { person, place } from '#tests/world/world'

const ACTES = {
  school: ['2031-117', 'Rénovation énergétique de l’école Sœur-Anne'],
  road: ['DEL2031_118', 'Travaux de voirie sur la RD 137, lot n° 2'],
  welfare: ['2031_041', 'Budget primitif du C.C.A.S. : 12 500,00 €'],
  water: ['EAU2031-7', 'Convention des eaux usées à Saint-Kado-sur-Mer'],
  code: ['2031-L', 'Délégation au maire, article L.2122-22 du CGCT'],
  land: ['2031-55', 'Cession de la parcelle AB 0123 à M. Le Bihan'],
  service: ['2031-60', 'Délégation de service public de la cantine périscolaire', '2031-05-28'],
} as const
type Name = keyof typeof ACTES

/** What is written, and which actes are found, in any order. */
const QUERIES: [typed: string, ...answers: Name[]][] = [
  ['rénovation', 'school'],
  ['renovation', 'school'],
  ['RENOVATION ENERGETIQUE', 'school'],
  ['Re\u0301novation', 'school'],
  ['école rénovation', 'school'],
  ["renovation de l'ecole", 'school'],
  ['d’école', 'school'],
  ['écoles', 'school'],
  ['soeur anne', 'school'],
  ['sœur', 'school'],
  ['renov', 'school'],
  ['renovatoin', 'school'],
  ['énérgetiqe', 'school'],
  ['117', 'school'],
  ['2031-117', 'school'],
  ['2031_117', 'school'],
  ['117 école', 'school'],
  ['travail voirie', 'road'],
  ['voierie', 'road'],
  ['viorie', 'road'],
  ['RD137', 'road'],
  ['rd 137', 'road'],
  ['2031-118', 'road'],
  ['del2031-118', 'road'],
  ['lot 2', 'road'],
  ['CCAS', 'welfare'],
  ['c.c.a.s', 'welfare'],
  ['12500', 'welfare'],
  ['12 500', 'welfare'],
  ['12500,00', 'welfare'],
  ['41', 'welfare'],
  ['budgets primitifs', 'welfare'],
  ['eau usée', 'water'],
  ['st kado', 'water'],
  ['kado-sur-mer', 'water'],
  ['conventoin', 'water'],
  ['L2122-22', 'code'],
  ['L. 2122-22', 'code'],
  ['délégations maires', 'code'],
  ['AB0123', 'land'],
  ['parcelle 123', 'land'],
  ['lebihan parcelle', 'land'],
  ['le bihan', 'land'],
  ['17'],
  ['rénovation piscine'],
  ['%'],
  ['2031', 'school', 'road', 'welfare', 'water', 'code', 'land', 'service'],
  ['DSP', 'service'],
  ['dsp cantine', 'service'],
  ['28 mai 2031', 'service'],
  ['28/05/2031', 'service'],
  ['mai 2031', 'service', 'code'],
  ['27 mai 2031'],
  ['28'],
  ['péri scolaire', 'service'],
  ['cantineperiscolaire', 'service'],
  ['203160', 'service'],
  ['centre communal d’action sociale', 'welfare'],
]

test.group('Forty searches and their right answers', (group) => {
  let tenant: Tenant
  const ids = new Map<string, Name>()

  group.setup(async () => {
    tenant = await place('saint-orven')
    for (const [name, [numero, objet, decided]] of Object.entries<readonly string[]>(ACTES)) {
      const { id } = await draftOf(tenant, { objet } as never)
      await tenancy.run(tenant.id, async () => {
        const decisionDate = decided && { decisionDate: fromDay(LocalDate.parse(decided)) }
        await (await Acte.get(id)).merge({ numero, ...decisionDate }).save()
      })
      ids.set(id, name as Name)
    }
  })

  const found = async (
    typed: string,
    { at = tenant, allows = (_: string): boolean => true } = {}
  ) => {
    const context = { tenantSlug: at.slug, limit: 30, allows }
    const results = await tenancy.run(at.id, () => search.find(typed, context))
    return results.flatMap(({ url }) => ids.get(url.split('/').at(-1)!) ?? [])
  }

  for (const [typed, ...answers] of QUERIES) {
    test(`« ${typed} » finds ${answers.join(', ') || 'nothing'}`, async ({ assert }) => {
      assert.sameMembers(await found(typed), answers)
    })
  }

  test('another tenant finds nothing of it, nor does a role that may not', async ({ assert }) => {
    const at = await place('tregoat')
    assert.isEmpty(await found('renovation', { at }))
    assert.isEmpty(await found('renovation', { allows: () => false }))
  })

  /** What the public register answers, by the names above. */
  const register = (typed: string) =>
    tenancy.run(tenant.id, async () => {
      const request = { input: (key: string) => (key === 'q' ? typed : undefined) }
      const { rows } = await publicRegister({ request, tenant } as never)
      return rows.flatMap(({ href }) => ids.get(href.split('/').at(-1)!) ?? [])
    })

  const change = (name: Name, values: object) =>
    tenancy.run(tenant.id, async () => {
      const [id] = [...ids].find(([, own]) => own === name)!
      await (await Acte.get(id)).merge(values).save()
    })
  const published = () => ({
    state: 'published',
    publishedOn: fromDay(LocalDate.parse('2026-11-21')),
    receivedOn: fromDay(LocalDate.parse('2026-11-21')),
    identifier: `035-213509029-20261120-2031_117-DE`,
  })

  test('the public finds what is published, until it is kept back', async ({ assert }) => {
    assert.isEmpty(await register('renovation'))
    await change('school', published())
    assert.deepEqual(await register('renovatoin ecoles'), ['school'])
    await change('school', { withheld: true })
    assert.isEmpty(await register('renovation'))
    await change('school', { withheld: false })
    assert.deepEqual(await register('117'), ['school'])
  })

  test('a word that changed or a thing deleted is gone at the next request', async ({ assert }) => {
    await change('land', { objet: 'Cession d’un terrain' })
    assert.isEmpty(await found('parcelle'))
    assert.deepEqual(await found('terrain cession'), ['land'])
    const [id] = [...ids].find(([, own]) => own === 'land')!
    await tenancy.run(tenant.id, async () => void (await (await Acte.get(id)).delete()))
    assert.isEmpty(await found('terrain cession'))
  })

  test('what was there before the index is found once it is rebuilt', async ({ assert }) => {
    await tenancy.run(tenant.id, ({ trx }) =>
      trx.from('kernel.search_entries').where('kind', 'actes.acte').delete()
    )
    assert.isEmpty(await found('ccas'))
    assert.isAbove(await rebuildSearch({ from: 'saint-orven' }), 0)
    assert.deepEqual(await found('ccas'), ['welfare'])
    assert.equal(await rebuildSearch({ from: 'saint-orven' }), 0)
  })

  test('a person is found by her name misspelt, and by the name that she takes', async ({
    assert,
    client,
  }) => {
    const madec = await person('Soïzic Madécouët', { 'saint-orven': ['agent'] }, 'Archiviste')
    const names = async (typed: string) => {
      const context = { tenantSlug: tenant.slug, limit: 30, allows: () => true }
      const results = await tenancy.run(tenant.id, () => people.find(typed, context))
      return results.map(({ title }) => title)
    }
    assert.deepEqual(await names('madecouet archiviste'), ['Soïzic Madécouët'])
    assert.deepEqual(await names('madecuoet'), ['Soïzic Madécouët'])
    await client
      .post('/compte')
      .form({ full_name: 'Soïzic Kerzerho' })
      .loginAs(madec)
      .withCsrfToken()
      .redirects(0)
    assert.deepEqual(await names('kerzerho soizic'), ['Soïzic Kerzerho'])
  })
})
