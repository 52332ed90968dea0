import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import type User from '#kernel/identity/user'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { LocalDate } from '#kernel/values'
import { publications } from '#kernel/verification/publications'
import { acteOfDocument } from '#actes'
import { publish } from '#actes/jobs/publish'
import Acte from '#actes/models/acte'
import Annexe from '#actes/models/annexe'
import { fromDay } from '#actes/models/days'
import { publicActes } from '#actes/models/public_actes'
import { reviewPublications } from '#actes/review_publications'
import { person } from '#tests/world/world'
import { change, commune, PDF, reload, signedActe } from './room.js'

const NAME = 'Rozenn Kerdoncuff'
const COPY = Buffer.from(PDF.toString('latin1').replace('595 842', '600 800'), 'latin1')

test.group('An acte that the law keeps from publication', (group) => {
  let kervalan: Tenant
  let agent: User

  group.setup(async () => {
    kervalan = await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  })

  async function received(changes: object = {}): Promise<Acte> {
    const acte = await signedActe(kervalan, {
      natureCode: 3,
      matiere: '4.1',
      objet: `Nomination de ${NAME}`,
      withheld: false,
      ...changes,
    } as never)
    await change(kervalan, acte.id, async (fresh) => {
      await fresh.step('transmit', SYSTEM)
      fresh.identifier = `035-${kervalan.siren}-20261120-${fresh.numero}-AI`
      fresh.receivedOn = fromDay(LocalDate.parse('2026-11-22'))
      await fresh.step('acknowledge', SYSTEM)
      const document = await documents.store(PDF, { name: 'fiche-kerdoncuff.pdf' })
      await Annexe.create({
        acteId: fresh.id,
        documentId: document.id,
        position: 1,
        typePj: '99_AI',
      })
    })
    await tenancy.run(kervalan.id, () => publish(acte.id))
    return reload(kervalan, acte)
  }

  async function assertNothingShown(client: ApiClient, acte: Acte, names = [NAME]) {
    const base = '/p/kervalan/actes'
    for (const path of ['', '/acte.pdf', '/acte-signe.pdf', '/annexes/1']) {
      const response = await client.get(`${base}/${acte.id}${path}`)
      response.assertStatus(404)
      for (const name of [...names, acte.objet]) response.assert!.notInclude(response.text(), name)
    }
    for (const url of [base, `${base}?q=Nomination`, `${base}?nature=3`, `${base}/fil.atom`]) {
      const response = await client.get(url)
      for (const name of [...names, acte.id]) {
        response.assert!.notInclude(response.text() || String(response.body()), name)
      }
    }
  }

  const announced = async (documentId: string | null) => {
    const bytes = await tenancy.run(kervalan.id, () => documents.read(documentId!))
    return publications.find(createHash('sha256').update(bytes).digest('hex'))
  }

  const post = (client: ApiClient, acte: Acte, road: string) =>
    client.post(`/c/kervalan/actes/${acte.id}/${road}`).loginAs(agent).withCsrfToken().redirects(0)

  const publishCopy = (client: ApiClient, acte: Acte, fields: object = {}, copy: Buffer = COPY) =>
    post(client, acte, 'copie-expurgee')
      .fields({ publicObjet: 'Nomination d’un agent', reread: 'true', ...fields })
      .file('copy', copy, { filename: 'copie-rozenn-kerdoncuff.pdf' })

  test('is not public though nobody ticked the box, at any of its addresses', async ({
    client,
    assert,
  }) => {
    const acte = await received()
    assert.equal(acte.state, 'acknowledged')
    assert.isNull(acte.publishedOn)
    assert.isTrue(acte.withheld)
    await assertNothingShown(client, acte)
    assert.isNull(await announced(acte.stampedDocumentId))
  })

  test('is not shown either when a row says that it was published', async ({ client, assert }) => {
    const acte = await received()
    await change(kervalan, acte.id, async (fresh) => {
      fresh.merge({ state: 'archived', withheld: false })
      fresh.publishedOn = fromDay(LocalDate.parse('2026-11-22'))
      await fresh.save()
    })
    await assertNothingShown(client, acte)
    await tenancy.run(kervalan.id, async () => {
      const { sha256 } = await documents.find(acte.stampedDocumentId!)
      assert.isNull(await acteOfDocument(sha256))
    })
  })

  test('published by mistake, it is listed, then withdrawn with its article', async ({
    assert,
  }) => {
    const acte = await received()
    await change(kervalan, acte.id, async (fresh) => {
      fresh.merge({ state: 'archived', withheld: false })
      fresh.publishedOn = fromDay(LocalDate.parse('2026-11-22'))
      await fresh.save()
    })
    const listed = async (withdraw: boolean) =>
      (await reviewPublications({ withdraw })).filter(({ url }) => url.endsWith(acte.id))
    assert.lengthOf(await listed(false), 1)
    const [{ identifier, why }] = await listed(true)
    assert.equal(identifier, acte.identifier)
    assert.match(why, /se notifie/)
    assert.lengthOf(await listed(true), 0)
    const entry = await tenancy.run(kervalan.id, async () =>
      (await journal.entriesOf(acte.ref)).at(-1)
    )
    assert.equal(entry!.type, 'actes.acte_unpublish')
    assert.match(String(entry!.data!.article), /L2131-1/)
  })

  test('the query of what is public agrees with the rule, nature by nature', async ({ assert }) => {
    await tenancy.run(kervalan.id, async () => {
      const ids: string[] = []
      for (const natureCode of [1, 2, 3, 4, 5, 6]) {
        for (const matiere of [
          '',
          '1.1',
          '1.5',
          '2.3.2',
          '2.3.21',
          '3.2',
          '4.1',
          '6.5',
          '7.1',
          '7.10',
          '8.2',
        ]) {
          for (const day of ['2022-06-30', '2026-11-20']) {
            const acte = await Acte.create({
              state: 'published',
              natureCode,
              matiere,
              numero: `M${natureCode}_${matiere.replaceAll('.', '_')}_${day.slice(2, 4)}`,
              objet: 'Matrice',
              decisionDate: fromDay(LocalDate.parse(day)),
              receivedOn: fromDay(LocalDate.parse('2026-11-22')),
              publishedOn: fromDay(LocalDate.parse('2026-11-22')),
            } as never)
            ids.push(acte.id)
          }
        }
      }
      const actes = await Acte.query().whereIn('id', ids)
      const shown = await publicActes().whereIn('id', ids)
      assert.sameMembers(
        shown.map(({ id }) => id),
        actes.filter(({ publicForm }) => publicForm === 'whole').map(({ id }) => id)
      )
      assert.isAbove(shown.length, 3)
      await Acte.query().whereIn('id', ids).delete()
    })
  })

  test('its draft has the box ticked at the next display, without a script', async ({
    client,
    assert,
  }) => {
    const numero = `K${Date.now()}`.slice(0, 15)
    await client
      .post('/c/kervalan/actes')
      .loginAs(agent)
      .withCsrfToken()
      .fields({ nature: '3', matiere: '4.1', numero, objet: 'Nomination' })
    const acte = await tenancy.run(kervalan.id, async () => (await Acte.findBy('numero', numero))!)
    assert.isTrue(acte.withheld)
    const form = await client.get(`/c/kervalan/actes/${acte.id}/modifier`).loginAs(agent)
    assert.match(form.text(), /name="withheld"[^>]*checked/)
  })

  test('a redacted copy is shown alone, under an objet without a name', async ({
    client,
    assert,
  }) => {
    const acte = await received()
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
    assert.equal((await announced(shown.redactedDocumentId))!.facts[0].value, 'Copie expurgée')
    assert.isNull(
      await announced(
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
    const acte = await received()
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

  test('cannot be published whole by its address', async ({ client, assert }) => {
    const acte = await received()
    const response = await post(client, acte, 'publication')
    response.assertStatus(302)
    assert.equal((await reload(kervalan, acte)).publicForm, 'none')
    await assertNothingShown(client, acte)
  })

  test('taken off the register, it leaves every address at once, and the journal says why', async ({
    client,
    assert,
  }) => {
    const acte = await received()
    const publicObjet = 'Nomination qui sera retirée'
    await publishCopy(client, acte, { publicObjet })
    const { redactedDocumentId } = await reload(kervalan, acte)
    const silent = await post(client, acte, 'retrait').fields({ unpublishReason: '' })
    silent.assertStatus(302)
    assert.equal((await reload(kervalan, acte)).publicForm, 'redacted')
    await post(client, acte, 'retrait').fields({ unpublishReason: 'Un nom y restait' })
    await assertNothingShown(client, acte, [NAME, publicObjet])
    assert.isNull(await announced(redactedDocumentId))
    const types = await tenancy.run(kervalan.id, async () =>
      (await journal.entriesOf(acte.ref)).map(({ type }) => type)
    )
    assert.deepEqual(types.slice(-2), ['actes.acte_publish_copy', 'actes.acte_unpublish'])
  })
})
