import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { person as actorOf, SYSTEM } from '#kernel/actor'
import type { Role } from '#kernel/room'
import { journal } from '#kernel/journal'
import { newsFor, type Reader } from '#web/news'
import { isPermitted } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { change, commune, draftOf, signedActe } from '#tests/actes/room'
import { person, type Place } from '#tests/world/world'

/** A collectivite of its own: the others of the suite are busy. */
const HERE: Place = 'saint-orven'

const readerOf = (tenant: Tenant, roles: Role[], id: string): Reader => ({
  tenant,
  actor: actorOf(id),
  allows: (permission) => isPermitted(roles, permission),
})

const sentence = (line: { who?: string; did: string; title: string; reference?: string }) =>
  `${line.title} : ${line.did} (${[line.reference, line.who].filter(Boolean).join(', ')})`

test.group('Telling what happened', () => {
  test('an acte is told first, then what became of it, newest first, and by whom', async ({
    assert,
  }) => {
    const tenant = await commune(HERE)
    const agent = await person('Maëlle Le Goff', { [HERE]: ['agent'] })
    const acte = await draftOf(tenant, { objet: 'Tarifs de la cantine' } as never)
    await change(tenant, acte.id, async (fresh) => {
      await fresh.step('submit', actorOf(agent.id))
      await fresh.step('sign', SYSTEM)
      await fresh.step('transmit', SYSTEM)
      await fresh.step('hand_over', SYSTEM)
      await fresh.step('acknowledge', { kind: 'outside' })
    })
    const reader = readerOf(tenant, ['agent'], agent.id)
    const { lines } = await tenancy.run(tenant.id, () => newsFor(reader, { limit: 3 }))
    assert.deepEqual(lines.map(sentence), [
      `Tarifs de la cantine : acte reçu en préfecture (${acte.numero}, Préfecture)`,
      `Tarifs de la cantine : acte transmis à la préfecture (${acte.numero})`,
      `Tarifs de la cantine : acte envoyé au parapheur (${acte.numero}, Maëlle Le Goff)`,
    ])
    assert.equal(lines[0].url, `/c/${HERE}/actes/${acte.id}`)
  })

  test('whoever may not read a service hears nothing of it', async ({ assert, client }) => {
    const tenant = await commune(HERE)
    const acte = await signedActe(tenant, { objet: 'Un objet réservé' } as never)
    await change(tenant, acte.id, (fresh) => fresh.step('transmit', SYSTEM))
    const contributor = await person('Annaïg Le Roux', { [HERE]: ['contributor'] })
    const agent = await person('Maëlle Le Goff', { [HERE]: ['agent'] })
    for (const path of [`/c/${HERE}`, `/c/${HERE}/evenements`]) {
      assert.include((await client.get(path).loginAs(agent)).text(), acte.numero)
      const hers = await client.get(path).loginAs(contributor)
      hers.assertStatus(200)
      assert.notInclude(hers.text(), acte.numero)
      assert.notInclude(hers.text(), 'Un objet réservé')
    }
  })

  test('what was deleted is not told, and the same gesture ten times is told once', async ({
    assert,
  }) => {
    const tenant = await commune(HERE)
    const agent = await person('Maëlle Le Goff', { [HERE]: ['agent'] })
    const [kept, gone] = [await draftOf(tenant), await draftOf(tenant)]
    await tenancy.run(tenant.id, async () => {
      for (const acte of [kept, kept, kept, gone]) {
        await journal.append({
          type: 'actes.acte_reopen',
          subject: { capability: 'actes', type: 'acte', id: acte.id },
          actor: actorOf(agent.id),
        })
      }
    })
    await change(tenant, gone.id, (fresh) => fresh.delete())
    const reader = readerOf(tenant, ['agent'], agent.id)
    const { lines } = await tenancy.run(tenant.id, () => newsFor(reader, { limit: 5 }))
    assert.notInclude(lines.map(sentence).join(), gone.numero)
    assert.equal(lines.filter(({ reference }) => reference === kept.numero).length, 1)
  })

  test('pages follow one another without a gap nor a repetition', async ({ assert }) => {
    const tenant = await commune(HERE)
    const agent = await person('Maëlle Le Goff', { [HERE]: ['agent'] })
    for (let n = 0; n < 5; n++) {
      const acte = await signedActe(tenant)
      await change(tenant, acte.id, (fresh) => fresh.step('transmit', SYSTEM))
    }
    const reader = readerOf(tenant, ['agent'], agent.id)
    const page = (limit: number, before?: number) =>
      tenancy.run(tenant.id, () => newsFor(reader, { limit, before }))
    const whole = await page(9)
    const first = await page(4)
    const second = await page(5, first.next!)
    assert.deepEqual([...first.lines, ...second.lines].map(sentence), whole.lines.map(sentence))
  })

  test('it costs as many questions for many things as for one', async ({ assert }) => {
    const tenant = await commune(HERE)
    const agent = await person('Maëlle Le Goff', { [HERE]: ['agent'] })
    await signedActe(tenant)
    const reader = readerOf(tenant, ['agent'], agent.id)
    const questions = (limit: number) =>
      tenancy.run(tenant.id, async () => {
        let asked = 0
        const { client } = db.connection('app').getReadClient() as never as { client: any }
        const count = () => void asked++
        client.on('query', count)
        try {
          await newsFor(reader, { limit })
        } finally {
          client.off('query', count)
        }
        return asked
      })
    const before = await questions(30)
    for (let n = 0; n < 6; n++) await signedActe(tenant)
    assert.isAtMost(await questions(30), before)
    assert.isAtLeast(before, 1)
  })

  test('a collectivite where nothing happened says what to do', async ({ client }) => {
    const agent = await person('Maëlle Le Goff', { landreval: ['contributor'] })
    const home = await client.get('/c/landreval').loginAs(agent)
    home.assertStatus(200)
    home.assertTextIncludes('Ce qui s’est passé')
    const page = await client.get('/c/landreval/evenements?avant=1').loginAs(agent)
    page.assertTextIncludes('au début de l’histoire')
    const bad = await client.get('/c/landreval/evenements?avant=x').accept('json').loginAs(agent)
    bad.assertStatus(422)
  })
})
