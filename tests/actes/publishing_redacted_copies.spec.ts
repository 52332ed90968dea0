import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type User from '#kernel/people/user'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import type Acte from '#app/actes/models/acte'
import { person } from '#tests/world/world'
import { drawnPdf, OVER_THE_NAME, SENTENCE, stream, type Drawn } from '../lib/pdf/drawn_pdf.js'
import { appended } from '../lib/signature/handmade_pdf.js'
import { samplePdf } from '../lib/signature/sample_pdf.js'
import { announced, assertNothingShown, NAME, received } from './kept_back.js'
import { commune, PDF, reload } from './room.js'

const COPY = Buffer.from(PDF.toString('latin1').replace('595 842', '600 800'), 'latin1')

/** The text of a page with ordinary spaces and signs. */
const words = (html: string) =>
  html
    .replace(/&#(\d+);|&#x([0-9a-f]+);/gi, (_, ten, sixteen) =>
      String.fromCodePoint(ten ? Number(ten) : Number.parseInt(sixteen, 16))
    )
    .replace(/[\u00a0\u202f]/g, ' ')

test.group('A redacted copy of an acte that the law keeps back', (group) => {
  let kervalan: Tenant
  let agent: User

  group.setup(async () => {
    kervalan = await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  })

  const post = (client: ApiClient, acte: Acte, road: string) =>
    client.post(`/c/kervalan/actes/${acte.id}/${road}`).loginAs(agent).withCsrfToken().redirects(0)

  const publishCopy = (client: ApiClient, acte: Acte, fields: object = {}, copy: Buffer = COPY) =>
    post(client, acte, 'copie-expurgee')
      .fields({ publicObjet: 'Nomination d’un agent', reread: 'true', ...fields })
      .file('copy', copy, { filename: 'copie-rozenn-kerdoncuff.pdf' })

  test('a redacted copy is shown alone, under an objet without a name', async ({
    client,
    assert,
  }) => {
    const acte = await received(kervalan)
    const response = await publishCopy(client, acte)
    response.assertStatus(302)
    const base = `/p/kervalan/actes/${acte.id}`
    const page = await client.get(base)
    page.assertStatus(200)
    page.assertTextIncludes('Nomination d’un agent')
    page.assertTextIncludes('Copie expurgée')
    const feed = await client.get('/p/kervalan/actes/fil.atom')
    for (const text of [page.text(), feed.text() || String(feed.body())]) {
      assert.notInclude(text, NAME)
      assert.notMatch(text, /kerdoncuff/i)
    }
    const pdf = await client.get(`${base}/acte.pdf`)
    assert.isTrue((pdf.body() as Buffer).equals(COPY))
    assert.notMatch(JSON.stringify(pdf.headers()), /kerdoncuff/i)
    for (const path of ['/acte-signe.pdf', '/annexes/1']) {
      const file = await client.get(`${base}${path}`)
      file.assertStatus(404)
    }
    const search = await client.get('/p/kervalan/actes?q=Kerdoncuff')
    assert.notInclude(search.text(), acte.id)
    const shown = await reload(kervalan, acte)
    assert.equal(
      (await announced(kervalan, shown.redactedDocumentId))!.facts[0].value,
      'Copie expurgée'
    )
    assert.isNull(
      await announced(
        kervalan,
        shown.signedDocumentId === shown.documentId
          ? shown.stampedDocumentId
          : shown.signedDocumentId
      )
    )
  })

  test('neither the acte itself nor an unread copy is taken for a redacted copy', async ({
    client,
    assert,
  }) => {
    const acte = await received(kervalan)
    const whole = await publishCopy(client, acte, {}, PDF)
    const page = await client.get(whole.header('location')!).loginAs(agent)
    assert.equal((await reload(kervalan, acte)).publicForm, 'none')
    const bare = await post(client, acte, 'copie-expurgee')
      .withSession({})
      .fields({ publicObjet: '' })
    bare.assertStatus(302)
    page.assertStatus(200)
    assert.equal((await reload(kervalan, acte)).publicForm, 'none')
  })

  test('a copy whose names are only hidden from the eye is not taken for one', async ({
    client,
    assert,
  }) => {
    const text = (words: string) => samplePdf([words])
    const whole = await text('Nomination de Mme Kerdoncuff')
    const { id: documentId } = await tenancy.run(kervalan.id, () =>
      documents.store(whole, { name: 'nomination.pdf' })
    )
    const acte = await received(kervalan, { documentId })
    const boxed = await text('CONFIDENTIEL Nomination de Mme Kerdoncuff')
    const told = await publishCopy(client, acte, {}, boxed)
    const page = await client.get(told.header('location')!).loginAs(agent)
    assert.equal((await reload(kervalan, acte)).publicForm, 'none')
    assert.equal(page.status(), 200)
    await publishCopy(client, acte, {}, await text('Nomination de Mme'))
    assert.equal((await reload(kervalan, acte)).publicForm, 'redacted')
  })

  const named = async () => {
    const whole = drawnPdf(`${SENTENCE} BT /F 10 Tf 72 600 Td (Article 1) Tj ET`)
    const { id: documentId } = await tenancy.run(kervalan.id, () =>
      documents.store(whole, { name: 'nomination.pdf' })
    )
    return received(kervalan, { documentId })
  }

  const REMOVED = 'BT /F 10 Tf 72 700 Td (Nomination de Mme) Tj ET'
  const IMAGE: Drawn = {
    resources: '/XObject<</X 10 0 R>>',
    objects: {
      10: stream(
        '/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray',
        'a'
      ),
    },
  }
  const refusals: [string, Buffer, RegExp][] = [
    [
      'removes some words and covers others',
      drawnPdf(`${SENTENCE} 0 g ${OVER_THE_NAME} re f`),
      /Ces mots se copient encore : page 1, sous un cache, « Kerdoncuff »/,
    ],
    [
      'names a person in its title',
      drawnPdf(REMOVED, { trailer: '/Info<</Title(Nomination de Mme KERDONCUFF)>>' }),
      /dit encore « kerdoncuff » dans ses propriétés/,
    ],
    [
      'names a person in a note',
      drawnPdf(REMOVED, {
        page: '/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(Kerdoncuff)>>]',
      }),
      /dit encore « kerdoncuff » dans ses notes/,
    ],
    [
      'keeps another version under it',
      appended(drawnPdf(`${SENTENCE} 0 0 1 1 re f`), { 5: stream('', REMOVED) }),
      /dit encore « kerdoncuff »(?:.*) dans une version précédente/,
    ],
  ]
  for (const [what, copy, sentence] of refusals) {
    test(`a copy that ${what} is refused, and the person is told where`, async ({
      client,
      assert,
    }) => {
      const acte = await named()
      const page = await publishCopy(client, acte, { looked: 'true' }, copy).redirects(1)
      assert.match(words(page.text()), sentence)
      assert.equal((await reload(kervalan, acte)).publicForm, 'none')
    })
  }

  test('a copy with an image waits for a person who looks at it', async ({ client, assert }) => {
    const acte = await named()
    const copy = drawnPdf(`q 90 0 0 90 400 400 cm /X Do Q ${REMOVED}`, IMAGE)
    const page = await publishCopy(client, acte, {}, copy).redirects(1)
    assert.include(
      words(page.text()),
      'La plateforme ne peut pas dire ce que montrent les images de la page 1.'
    )
    assert.equal((await reload(kervalan, acte)).publicForm, 'none')
    await publishCopy(client, acte, { looked: 'true' }, copy)
    assert.equal((await reload(kervalan, acte)).publicForm, 'redacted')
  })

  test('cannot be published whole by its address', async ({ client, assert }) => {
    const acte = await received(kervalan)
    const response = await post(client, acte, 'publication')
    response.assertStatus(302)
    assert.equal((await reload(kervalan, acte)).publicForm, 'none')
    await assertNothingShown(client, acte)
  })

  test('taken off the register, it leaves every address at once, and the journal says why', async ({
    client,
    assert,
  }) => {
    const acte = await received(kervalan)
    const publicObjet = 'Nomination qui sera retirée'
    await publishCopy(client, acte, { publicObjet })
    const { redactedDocumentId } = await reload(kervalan, acte)
    const silent = await post(client, acte, 'retrait').fields({ unpublishReason: '' })
    silent.assertStatus(302)
    assert.equal((await reload(kervalan, acte)).publicForm, 'redacted')
    await post(client, acte, 'retrait').fields({ unpublishReason: 'Un nom y restait' })
    await assertNothingShown(client, acte, [NAME, publicObjet])
    assert.isNull(await announced(kervalan, redactedDocumentId))
    const types = await tenancy.run(kervalan.id, async () =>
      (await journal.entriesOf(acte.ref)).map(({ type }) => type)
    )
    assert.deepEqual(types.slice(-2), ['actes.acte_publish_copy', 'actes.acte_unpublish'])
  })
})
