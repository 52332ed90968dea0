import { test } from '@japa/runner'
import { documents } from '#kernel/documents'
import type User from '#kernel/people/user'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { LocalDate } from '#lib/values'
import { acteOfDocument } from '#rooms/actes'
import Acte from '#app/actes/models/acte'
import { fromDay } from '#app/actes/models/days'
import { publicActes } from '#app/actes/models/public_actes'
import { reviewPublications } from '#app/actes/review_publications'
import { person } from '#tests/world/world'
import { announced, assertNothingShown, received } from './kept_back.js'
import { change, commune } from './room.js'

test.group('An acte that the law keeps from publication', (group) => {
  let kervalan: Tenant
  let agent: User

  group.setup(async () => {
    kervalan = await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  })

  test('is not public though nobody ticked the box, at any of its addresses', async ({
    client,
    assert,
  }) => {
    const acte = await received(kervalan)
    assert.equal(acte.state, 'acknowledged')
    assert.isNull(acte.publishedOn)
    assert.isTrue(acte.withheld)
    await assertNothingShown(client, acte)
    assert.isNull(await announced(kervalan, acte.stampedDocumentId))
  })

  test('is not shown either when a row says that it was published', async ({ client, assert }) => {
    const acte = await received(kervalan)
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
    const acte = await received(kervalan)
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
          '04.1',
          ' 4.1',
        ]) {
          for (const day of ['2022-06-30', '2026-11-20']) {
            const acte = await Acte.create({
              state: 'published',
              natureCode,
              matiere,
              numero: `M${natureCode}_${matiere.replaceAll(/[. ]/g, '_')}_${day.slice(2, 4)}`,
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
})
