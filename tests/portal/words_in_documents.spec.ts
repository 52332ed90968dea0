import { test } from '@japa/runner'
import { documents } from '#kernel/documents'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { LocalDate } from '#lib/values'
import { findByWords, narrowByWords } from '#web/search'
import { readDocument } from '#web/search/texts/read_document'
import { search } from '#app/actes/search'
import Acte from '#app/actes/models/acte'
import Annexe from '#app/actes/models/annexe'
import { fromDay } from '#app/actes/models/days'
import { publicActes } from '#app/actes/models/public_actes'
import { draftOf, PDF } from '#tests/actes/room'
import { samplePdf } from '#tests/lib/signature/sample_pdf'
import { person, place } from '#tests/world/world'

const KIND = 'actes.acte'
const PAGES = [
  'Le conseil municipal de Saint-Orven, régulièrement convoqué, s’est réuni.',
  'Considérant que la salle polyvalente sera rénovée par l’entreprise Kerguélen pour 84 500 €,',
]

test.group('Words inside documents', (group) => {
  let tenant: Tenant
  let acte: Acte
  let sha256: string

  /** A PDF as a document of the tenant. */
  const keep = (bytes: Buffer, at = tenant) =>
    tenancy.run(at.id, () => documents.store(bytes, { name: 'deliberation.pdf' }))
  const read = (digest: string, at = tenant) =>
    readDocument.run({ sha256: digest }, { tenantId: at.id } as never)
  const found = (typed: string, at = tenant) =>
    tenancy.run(at.id, async () => (await findByWords({ kind: KIND }, typed, 30)).ids)
  const inPublic = (typed: string) =>
    tenancy.run(tenant.id, async () => {
      const query = publicActes()
      await narrowByWords(query, { kind: KIND, isPublic: true }, typed)
      return (await query).map(({ id }) => id)
    })
  const outcome = (digest: string) =>
    tenancy.run(tenant.id, ({ trx }) =>
      trx.from('kernel.document_texts').where({ tenant_id: tenant.id, sha256: digest }).first()
    )
  const change = (values: object) =>
    tenancy.run(tenant.id, async () => void (await (await Acte.get(acte.id)).merge(values).save()))
  const published = (numero: string) => ({
    state: 'published',
    publishedOn: fromDay(LocalDate.parse('2026-11-21')),
    receivedOn: fromDay(LocalDate.parse('2026-11-21')),
    identifier: `035-213509029-20261120-${numero}-DE`,
  })

  group.setup(async () => {
    tenant = await place('saint-orven')
    const document = await keep(await samplePdf(PAGES))
    sha256 = document.sha256
    acte = await draftOf(tenant, { documentId: document.id, objet: 'Travaux de l’année' })
  })

  test('are not known at once, and are once a job has read the document', async ({ assert }) => {
    assert.isEmpty(await found('polyvalente'))
    assert.isNull((await outcome(sha256)).outcome)
    await read(sha256)
    assert.equal((await outcome(sha256)).outcome, 'found')
  })

  for (const typed of [
    'polyvalente',
    'salles polyvalentes',
    'salle rénovée',
    'entreprise kerguelen',
    '84500',
    'travaux polyvalente',
    'convoqué régulièrement',
  ]) {
    test(`« ${typed} » finds the acte by its document`, async ({ assert }) => {
      assert.deepEqual(await found(typed), [acte.id])
    })
  }

  const results = (typed: string, allows = (_: string) => true) =>
    tenancy.run(tenant.id, () => search.find(typed, { tenantSlug: tenant.slug, limit: 30, allows }))
  const bracketed = (pieces: { text: string; marked: boolean }[]) =>
    pieces.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join('')

  test('say where they stand, with a few words around, and only what one may find', async ({
    assert,
  }) => {
    const [{ why }] = await results('travaux salles polyvalente')
    assert.equal(why!.where, 'Dans « deliberation.pdf », page 2')
    assert.include(bracketed(why!.pieces), 'que la [salle] [polyvalente] sera rénovée')
    assert.isUndefined((await results('travaux année'))[0].why)
    assert.isEmpty(await results('polyvalente', () => false))
  })

  test('are shown with marks on the page of the search, and in the palette', async ({
    client,
    assert,
  }) => {
    const agent = await person('Nolwenn Guivarch', { 'saint-orven': ['agent'] })
    const ask = (path: string) =>
      client.get(`/c/saint-orven/${path}`).qs({ q: 'polyvalente' }).loginAs(agent)
    const page = await ask('recherche')
    assert.match(page.text(), /page 2.{1,9}: .*la salle <mark>polyvalente<\/mark> sera/)
    const { results: suggested } = (await ask('recherche/suggestions')).body()
    assert.equal(suggested[0].why.where, 'Dans « deliberation.pdf », page 2')
  })

  test('what no document says finds nothing, and no neighbour finds ours', async ({ assert }) => {
    assert.isEmpty(await found('polyvalente piscine'))
    assert.isEmpty(await found('polyvalente', await place('tregoat')))
  })

  test('rest encrypted: no page is written in clear', async ({ assert }) => {
    const { pages } = await outcome(sha256)
    assert.isAbove(pages.length, 50)
    assert.throws(() => JSON.parse(pages.toString()))
    assert.isFalse(pages.includes('polyvalente'))
  })

  test('are read once for the same bytes, and again does no harm', async ({ assert }) => {
    const same = await keep(await samplePdf(['Le texte des jumeaux']))
    const [one, other] = [
      await draftOf(tenant, { documentId: same.id }),
      await draftOf(tenant, { documentId: same.id }),
    ]
    const jobs = await systemDb()
      .from('kernel.outbox')
      .where({ tenant_id: tenant.id, name: readDocument.name })
      .whereRaw(`payload->>'sha256' = ?`, [same.sha256])
    assert.lengthOf(jobs, 1)
    // A worker killed at its end leaves its job to another
    await Promise.all([read(same.sha256), read(same.sha256)])
    await read(same.sha256)
    assert.sameMembers(await found('jumeaux'), [one.id, other.id])
  })

  test('an image has none, a broken file says so, and both stop being asked', async ({
    assert,
  }) => {
    const image = await keep(PDF)
    const broken = await keep(Buffer.from(`%PDF-1.4 of nothing ${acte.id}`))
    await draftOf(tenant, { documentId: image.id })
    await draftOf(tenant, { documentId: broken.id })
    await read(image.sha256)
    await read(broken.sha256)
    assert.equal((await outcome(image.sha256)).outcome, 'none')
    assert.equal((await outcome(broken.sha256)).outcome, 'failed')
  })

  test('those of an annexe find its acte, and never in public', async ({ assert }) => {
    const annexe = await keep(await samplePdf(['Plan cadastral des Korrigans']))
    await tenancy.run(tenant.id, async () => {
      const row = { acteId: acte.id, documentId: annexe.id, position: 1, typePj: '99_DE' }
      await Annexe.create(row)
    })
    await read(annexe.sha256)
    await change(published(acte.numero))
    assert.deepEqual(await found('korrigans'), [acte.id])
    assert.isEmpty(await inPublic('korrigans'))
  })

  test('answer in public while everybody reads the whole acte', async ({ assert, client }) => {
    assert.deepEqual(await inPublic('polyvalente'), [acte.id])
    const page = await client.get('/p/saint-orven/actes').qs({ q: 'salles polyvalentes' })
    assert.match(
      page.text(),
      /Dans le document, page 2.{1,9}: .*<mark>salle<\/mark> <mark>polyvalente<\/mark>/
    )
    await change({ withheld: true })
    assert.isEmpty(await inPublic('polyvalente'))
  })

  test('never answer in public for an acte shown as a redacted copy', async ({ assert }) => {
    const copy = await keep(await samplePdf(['Copie expurgée']))
    await change({ withheld: false, redactedDocumentId: copy.id, publicObjet: 'Travaux' })
    assert.isNotEmpty(await inPublic('travaux'))
    assert.isEmpty(await inPublic('polyvalente'))
    assert.deepEqual(await found('polyvalente'), [acte.id])
  })

  test('never answer in public for an individual acte', async ({ assert }) => {
    await change({ redactedDocumentId: null, publicObjet: null, natureCode: 3, matiere: '4.1' })
    assert.isEmpty(await inPublic('polyvalente'))
    const { rows } = await tenancy.run(tenant.id, ({ trx }) =>
      trx.rawQuery(
        `select 1 from kernel.search_entries where thing_id = ? and public_words is not null
           and public_words::text like '%polyvalent%'`,
        [acte.id]
      )
    )
    assert.isEmpty(rows)
  })
})
