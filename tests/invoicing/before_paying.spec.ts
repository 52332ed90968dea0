import { test } from '@japa/runner'
import type Invoice from '#app/invoicing/models/invoice'
import Validation from '#app/invoicing/models/validation'
import { saveSettings } from '#kernel/settings'
import { SYSTEM } from '#kernel/actor'
import { townHall, type TownHall } from '#tests/parapheur/town_hall'
import { rowsOf } from './chorus_world.js'
import { someInvoice } from './some_invoice.js'

const HERS = '83456789300013'
const ORDERS = `numero;fournisseur;siren;montant_ttc;objet
BC-26-014;Le Fournil du Quai;834567893;"1 000,00 €";Pain de la cantine
BC-26-015;Papeterie;732829320;50,5;
`

test.group('Before an invoice is paid', (group) => {
  let hall: TownHall
  group.setup(async () => {
    hall = await townHall()
  })

  const base = () => `/c/${hall.tenant.slug}/factures`
  const page = (client: any, { id }: Invoice) => client.get(`${base()}/${id}`).loginAs(hall.agent)
  const brings = (client: any, csv: string) =>
    client
      .post(`${base()}/commandes`)
      .file('orders', Buffer.from(csv), { filename: 'commandes.csv', contentType: 'text/csv' })
      .loginAs(hall.agent)
      .withCsrfToken()
      .header('referer', `${base()}/commandes`)
  const says = (client: any, { id }: Invoice, who: any, step: string) =>
    client
      .post(`${base()}/${id}/compte`)
      .form({ step })
      .loginAs(who)
      .withCsrfToken()
      .header('referer', `${base()}/${id}`)

  test('nothing is said of its order while the member gave none', async ({ client, assert }) => {
    const invoice = await hall.run(() => someInvoice())
    const shown = await page(client, invoice)
    assert.notInclude(shown.text(), 'Commande ')
  })

  test('a file of orders with faults is refused whole, every line told', async ({
    client,
    assert,
  }) => {
    const answer = await brings(client, `${ORDERS}BC-26-015;;123;douze;\n`)
    answer.assertTextIncludes('Rien n’a été pris')
    answer.assertTextIncludes('son numéro est déjà à la ligne 3')
    answer.assertTextIncludes('son montant ne se lit pas')
    answer.assertTextIncludes('son SIREN ne se lit pas')
    assert.lengthOf(await rowsOf(hall.tenant.id, 'purchase_orders'), 0)
  })

  test('what was ordered, and what was invoiced of it, is said of each', async ({
    client,
    assert,
  }) => {
    await brings(client, ORDERS)
    await brings(client, ORDERS)
    assert.lengthOf(await rowsOf(hall.tenant.id, 'purchase_orders'), 2)
    const list = await client.get(`${base()}/commandes`).loginAs(hall.agent)
    list.assertTextIncludes('Pain de la cantine')
    const [first] = await hall.run(async () => [
      await someInvoice(),
      await (await someInvoice()).merge({ state: 'refused' }).save(),
    ])
    // One of 611.90 stands since the test before: 1,223.80 of 1,000.00
    const over = await page(client, first)
    over.assertTextIncludes('Commande dépassée')
    over.assertTextIncludes('223,80')
    await hall.run(async () => first.merge({ engagement: 'BC-26-015' }).save())
    const wrong = await page(client, first)
    wrong.assertTextIncludes('Commande d’un autre fournisseur')
    await hall.run(async () => first.merge({ engagement: 'BC-0' }).save())
    const unknown = await page(client, first)
    unknown.assertTextIncludes('Commande inconnue')
  })

  const IBAN = 'FR76 3000 6000 0112 3456 7890 189'
  const withAccount = () =>
    hall.run(async () => {
      const invoice = await someInvoice()
      const content = { ...invoice.content!, iban: IBAN }
      return invoice.merge({ content, state: 'service_done' }).save()
    })

  test('an account never seen is confirmed by a second person', async ({ client, assert }) => {
    const invoice = await withAccount()
    const other = hall.secretary
    const fresh = await page(client, invoice)
    fresh.assertTextIncludes('Compte jamais vu pour ce fournisseur')
    fresh.assertTextIncludes('FR76 3000 6000')

    await says(client, invoice, hall.agent, 'checked')
    const alone = await says(client, invoice, hall.agent, 'confirmed')
    alone.assertTextIncludes('une autre personne doit le confirmer')
    const stale = await says(client, invoice, other, 'checked')
    stale.assertTextIncludes('Ce compte n’attend plus cela')
    const [waiting] = await rowsOf(hall.tenant.id, 'supplier_accounts')
    assert.isNull(waiting.confirmed_by)

    await says(client, invoice, other, 'confirmed')
    const [account] = await rowsOf(hall.tenant.id, 'supplier_accounts')
    assert.deepEqual(
      [account.iban, account.supplier_siren, account.checked_by, account.confirmed_by],
      [IBAN.replaceAll(' ', ''), HERS.slice(0, 9), hall.agent.id, other.id]
    )
    const sure = await page(client, await withAccount())
    assert.notInclude(sure.text(), 'Compte jamais vu')
    const thief = await withAccount()
    await hall.run(() => thief.merge({ supplierSiren: '732829320' }).save())
    const warned = await page(client, thief)
    warned.assertTextIncludes('déjà celui d’un autre fournisseur')
  })

  test('no mandat is noted on it before, where the member wants so', async ({ client, assert }) => {
    await hall.run(() => saveSettings('invoicing', { confirmsAccounts: true }))
    const invoice = await withAccount()
    await hall.run(() => invoice.merge({ supplierSiren: '732829320' }).save())
    const order = () =>
      client
        .post(`${base()}/${invoice.id}/mandat`)
        .form({ mandat: '2026-1' })
        .loginAs(hall.agent)
        .withCsrfToken()
        .header('referer', `${base()}/${invoice.id}`)
    const refused = await order()
    refused.assertTextIncludes('n’est pas confirmé par deux personnes')
    await hall.run(() => saveSettings('invoicing', { confirmsAccounts: false }))
    await order()
    const [row] = (await rowsOf(hall.tenant.id, 'invoices')).filter(({ id }) => id === invoice.id)
    assert.equal(row.mandat, '2026-1')
  })

  test('who answers for it before its buyer is told, and what they said', async ({
    client,
    assert,
  }) => {
    const invoice = await hall.run(async () => {
      const one = await (await someInvoice()).merge({ frame: 'A9' }).save()
      const said = { status: 'VALIDEE_1', at: new Date('2026-11-20T08:00:00Z') }
      await Validation.note(one.id, said)
      await Validation.note(one.id, said)
      await one.step('certify', SYSTEM)
      return one
    })
    const shown = await page(client, invoice)
    shown.assertTextIncludes('Facture d’un sous-traitant, en paiement direct')
    shown.assertTextIncludes('validé avant vous par le titulaire du marché')
    assert.lengthOf(shown.text().match(/Validée par le titulaire/g) ?? [], 1)
  })
})
