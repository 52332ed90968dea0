import { test } from '@japa/runner'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type Invoice from '#app/invoicing/models/invoice'
import { search } from '#app/invoicing/search'
import { sayTrouble } from '#app/invoicing/trouble'
import { zippedInvoices } from '#app/invoicing/zipped_invoices'
import { person, place } from '#tests/world/world'
import { someInvoice } from './some_invoice.js'

const BASE = '/c/kervalan/factures'

test.group('The list of invoices', (group) => {
  let tenantId: string
  let agent: User

  group.setup(async () => {
    tenantId = (await place('kervalan')).id
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  })

  const received = (supplier: string): Promise<Invoice> =>
    tenancy.run(tenantId, () => someInvoice({ supplier }))
  const sent = (client: any, form: object) =>
    client.post(`${BASE}/lot`).loginAs(agent).withCsrfToken().form(form)

  test('takes up again what stopped, and says why it leaves the others', async ({
    client,
    assert,
  }) => {
    const stopped = await received('Menuiserie arrêtée')
    const sound = await received('Boulangerie sans souci')
    await tenancy.run(tenantId, () => sayTrouble(stopped, 'Chorus Pro ne répond pas'))
    const list = await client.get(`${BASE}?suivi=en-panne`).loginAs(agent)
    list.assertTextIncludes('Menuiserie arrêtée')
    assert.notInclude(list.text(), 'Boulangerie sans souci')
    const done = await sent(client, { geste: 'reprise', ids: [stopped.id, sound.id] })
    done.assertTextIncludes('1 facture reprise')
    done.assertTextIncludes('1 ligne refusée')
    const after = await client.get(`${BASE}?suivi=en-panne`).loginAs(agent)
    assert.notInclude(after.text(), 'Menuiserie arrêtée')
  })

  test('finds one by what it is, its supplier, its amount, its day, and its number run together', async ({
    assert,
  }) => {
    const one = await received('Quincaillerie Kerzerho')
    const context = { tenantSlug: 'kervalan', limit: 9, allows: () => true }
    const questions = [
      'facture kerzerho',
      `kerzerho ${one.amountDue.replace('.', ',')}`,
      `kerzerho ${one.issuedDay.split('-').reverse().join('/')}`,
      one.number.replace(/[^\p{L}\d]/gu, ''),
    ]
    for (const words of questions) {
      const found = await tenancy.run(tenantId, () => search.find(words, context))
      assert.include(
        found.map(({ url }) => url),
        `${BASE}/${one.id}`,
        words
      )
    }
  })

  test('finds one by its mandat, with its zeros or without', async ({ assert }) => {
    const one = await received('Plomberie Tanguy')
    await tenancy.run(tenantId, () => one.merge({ mandat: '2026-000417' }).save())
    const context = { tenantSlug: 'kervalan', limit: 9, allows: () => true }
    for (const words of ['mandat 417', '2026-000417', 'plomberie 417']) {
      const found = await tenancy.run(tenantId, () => search.find(words, context))
      assert.include(
        found.map(({ url }) => url),
        `${BASE}/${one.id}`,
        words
      )
    }
  })

  test('is taken away with its files, a directory an invoice', async ({ client, assert }) => {
    const first = await received('Fournil de l’archive')
    const answer = await sent(client, { geste: 'archive', ids: [first.id] })
    answer.assertHeader('content-type', 'application/zip')
    const files = await tenancy.run(tenantId, () => zippedInvoices([first.id]))
    assert.deepEqual(
      files.map(({ path }) => path),
      [
        `1 - Facture ${first.number} de Fournil de l’archive/1 - ${first.number}.pdf`,
        `1 - Facture ${first.number} de Fournil de l’archive/2 - lisible-${first.number}.pdf`,
      ]
    )
  })

  test('keeps a view for whoever shares it, and names the supplier by its SIRET in its file', async ({
    client,
    assert,
  }) => {
    await received('Fournisseur du fichier')
    const nom = `À payer bientôt ${Date.now()}`
    const form = { nom, filtre: 'etat=ici&tri=echeance', partagee: '1' }
    const kept = await client.post(`${BASE}/vues`).loginAs(agent).withCsrfToken().form(form)
    kept.assertTextIncludes(nom)
    kept.assertTextIncludes(`${BASE}?etat=ici&amp;tri=echeance"`)
    const file = await client.get(`${BASE}/liste/csv?q=fichier`).loginAs(agent)
    assert.match(file.text(), /Fournisseur du fichier[^\n]*83456789300013/)
  })
})
