import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import { person } from '#tests/world/world'
import { change, commune, draftOf, sentActe, signedActe } from './room.js'

/** A number of the home by its name; 0 when it is not shown. */
function figure(html: string, name: string): number {
  const found = new RegExp(`${name}(?:</a>)?\\s*</dt>\\s*<dd class="stat-value">\\s*(\\d+)`).exec(
    html
  )
  return Number(found?.[1] ?? 0)
}

const lines = (html: string) => [...html.matchAll(/data-line="([^"]+)"/g)].map(([, id]) => id)

test.group('The figures of the actes at home', (group) => {
  let kervalan: Tenant
  let agent: User
  let mayor: User

  group.each.setup(async () => {
    kervalan = await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    mayor = await person('Soizic Madec', { kervalan: ['signatory'] })
  })

  const home = async (client: any, user: User): Promise<string> =>
    (await client.get('/c/kervalan').loginAs(user)).text()

  test('offer to take up the drafts of the person, and of nobody else', async ({
    client,
    assert,
  }) => {
    const objet = `Salle des fêtes ${uuidv7().slice(-8)}`
    const { id } = await draftOf(kervalan, { objet, createdBy: agent.id })
    const other = `Cimetière ${uuidv7().slice(-8)}`
    await draftOf(kervalan, { objet: other, createdBy: mayor.id })
    const html = await home(client, agent)
    assert.include(html, objet)
    assert.include(html, `/c/kervalan/actes/${id}/modifier`)
    assert.notInclude(html, other)
    assert.notInclude(await home(client, mayor), other)
  })

  test('count what was sent and received this month, and open the list of the same', async ({
    client,
    assert,
  }) => {
    const before = await home(client, mayor)
    const acte = await sentActe(kervalan)
    const sent = await home(client, mayor)
    assert.equal(figure(sent, 'Actes envoyés'), figure(before, 'Actes envoyés') + 1)
    assert.equal(figure(sent, 'Reçus en préfecture'), figure(before, 'Reçus en préfecture'))
    await change(kervalan, acte.id, (one) => one.step('acknowledge', SYSTEM))
    const received = await home(client, mayor)
    assert.equal(figure(received, 'Reçus en préfecture'), figure(before, 'Reçus en préfecture') + 1)
    assert.include(received, '/c/kervalan/actes?suivi=recus')
    const list = await client.get('/c/kervalan/actes?suivi=recus').loginAs(mayor)
    assert.include(lines(list.text()), acte.id)
    const late = await client.get('/c/kervalan/actes?suivi=a-transmettre').loginAs(mayor)
    assert.notInclude(lines(late.text()), acte.id)
  })

  test('tell whoever decides that a signed acte was not sent in fifteen days', async ({
    client,
    assert,
  }) => {
    const { id } = await signedActe(kervalan)
    // The base says when something happened, and no clock of ours
    await tenancy.run(kervalan.id, ({ trx }) =>
      trx
        .from('actes.acte_transitions')
        .where('acte_id', id)
        .update({ at: trx.raw(`now() - interval '16 days'`) })
    )
    const recent = await signedActe(kervalan)
    assert.match(await home(client, mayor), /actes? signés? n(’est|e sont) pas transmis/)
    const list = await client.get('/c/kervalan/actes?suivi=a-transmettre').loginAs(mayor)
    assert.include(lines(list.text()), id)
    assert.notInclude(lines(list.text()), recent.id)
  })
})
