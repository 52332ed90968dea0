import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type { LocalDate } from '#lib/values'
import { paidBy, toPay } from '#app/invoicing/paying/delays'
import { person, place } from '#tests/world/world'
import { someInvoice } from './some_invoice.js'

const PAGE = '/c/tregoat/factures/delais'
const dateOf = (day: LocalDate) => DateTime.fromISO(day.toString(), { zone: 'utc' })

test.group('The delays of payment', (group) => {
  let tenantId: string
  let agent: User
  const today = clock.today()
  const yearAgo = today.plusDays(-364)

  group.setup(async () => {
    tenantId = (await place('tregoat')).id
    agent = await person('Maëlle Le Goff', { tregoat: ['agent'] })
  })

  /** Paid today, so many days after it was made available, for a delay of thirty. */
  const paid = (supplier: string, siren: string, days: number, serviceCode: string | null = null) =>
    tenancy.run(tenantId, async () => {
      const availableOn = dateOf(today.plusDays(-days))
      const lived = { availableOn, dueOn: availableOn.plus({ days: 30 }), paidOn: dateOf(today) }
      const invoice = await someInvoice({ supplier })
      await invoice.merge({ ...lived, supplierSiren: siren, serviceCode, state: 'paid' }).save()
    })
  const due = (inDays: number) =>
    tenancy.run(tenantId, async () => {
      await (await someInvoice()).merge({ dueOn: dateOf(today.plusDays(inDays)) }).save()
    })

  test('say that nothing was paid, and lead to the tray', async ({ client }) => {
    const empty = await client.get(PAGE).loginAs(agent)
    empty.assertTextIncludes('Aucune facture payée depuis douze mois')
  })

  test('are those of each month, service and supplier, the slowest first', async ({
    client,
    assert,
  }) => {
    await paid('Garage Riou', '443061841', 40, 'TECH')
    await paid('Garage Riou', '443061841', 20, 'TECH')
    await paid('Fournil Tanguy', '834567893', 10)
    const [suppliers, services, months] = await tenancy.run(tenantId, async () => [
      await paidBy('supplier', yearAgo, today),
      await paidBy('service', yearAgo, today),
      await paidBy('month', yearAgo, today),
    ])
    assert.deepEqual(suppliers, [
      { name: 'Garage Riou', count: 2, days: 30, late: 1 },
      { name: 'Fournil Tanguy', count: 1, days: 10, late: 0 },
    ])
    assert.deepEqual(
      services.map(({ name, days }) => [name, days]),
      [
        ['TECH', 30],
        ['', 10],
      ]
    )
    assert.deepEqual(months, [{ name: today.toString().slice(0, 7), count: 3, days: 23, late: 1 }])
    const page = await client.get(PAGE).loginAs(agent)
    page.assertTextIncludes('Sans code de service')
    page.assertTextIncludes('30 jours en moyenne au plus (Garage Riou), pour un délai de 30.')
    page.assertTextIncludes('dont 1 en retard')
    page.assertTextIncludes('aria-label="Par fournisseur')
  })

  test('tell what is late and what is due within a week, and lead to those invoices alone', async ({
    client,
    assert,
  }) => {
    await due(-2)
    await due(5)
    await due(20)
    const [late, soon] = await tenancy.run(tenantId, async () => [
      await toPay(null, today.plusDays(-1)),
      await toPay(today, today.plusDays(7)),
    ])
    assert.deepEqual(
      [late, soon].map(({ count }) => count),
      [1, 1]
    )
    assert.equal(late.amount, '611.90')
    const until = today.plusDays(-1)
    const list = await client
      .get(`/c/tregoat/factures?suivi=a-payer&echeance_au=${until}`)
      .loginAs(agent)
    list.assertTextIncludes('1 facture')
  })
})
