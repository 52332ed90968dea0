import { test } from '@japa/runner'
import Invoice from '#app/invoicing/models/invoice'
import { requestService } from '#app/invoicing/service/request'
import { orderPayment } from '#app/invoicing/service/order'
import { SYSTEM } from '#kernel/actor'
import { saveSettings } from '#kernel/settings'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { accountOf, chorusWorld, facturX, rowsOf, type ChorusWorld } from './chorus_world.js'

const MARKET = '2026-VOIRIE-04'

test.group('The pieces of a works contract', (group) => {
  let world: ChorusWorld
  const ids = new Map<string, number>()

  const deposit = async (number: string, works: string, precedes?: string) => {
    const taken = await world.chorus.deposit({
      bytes: await facturX(world.siret, number),
      fileName: `${number}.pdf`,
      buyer: world.siret,
      works,
      market: MARKET,
      precedingId: precedes ? ids.get(precedes) : undefined,
    })
    if ('refusal' in taken) throw new Error(taken.refusal)
    ids.set(number, taken.id)
  }
  const piece = (number: string) =>
    world.run(() => Invoice.query().where('number', number).firstOrFail())
  const page = async (client: any, number: string) =>
    client.get(`/c/${world.tenant.slug}/factures/${(await piece(number)).id}`).loginAs(world.agent)
  const tasksNamed = async (key: string) =>
    (
      await tenancy.run(world.tenant.id, ({ trx }) =>
        trx.from('kernel.tasks').where('tenant_id', world.tenant.id).whereLike('key', `${key}:%`)
      )
    ).length

  group.setup(async () => {
    world = await chorusWorld()
    await world.run(() =>
      saveSettings('invoicing', { ...accountOf(world.siret), receivesWorks: true })
    )
    await deposit('SIT-1', 'PROJET_DECOMPTE_MENSUEL')
    await deposit('EA-1', 'ETAT_ACOMPTE', 'SIT-1')
    await deposit('EAV-1', 'ETAT_ACOMPTE_VALIDE', 'EA-1')
    await deposit('PDF-1', 'PROJET_DECOMPTE_FINAL')
    await world.pullAll()
    return () => world.close()
  })

  test('only the last piece of a month is paid, and nobody is asked for the others', async ({
    assert,
  }) => {
    const [project, state, validated] = await Promise.all(['SIT-1', 'EA-1', 'EAV-1'].map(piece))
    assert.deepEqual(
      [project, state, validated].map(({ isPreparatory }) => isPreparatory),
      [true, true, false]
    )
    assert.isNull(project.dueOn)
    assert.isNull(state.dueOn)
    assert.isNotNull(validated.dueOn)
    assert.equal(await tasksNamed('invoicing.certify'), 1)
    const doneOn = clock.today()
    const refused = { code: 'E_INVOICING_NOT_PAID' }
    const failure = await world
      .run(async () => requestService(await Invoice.hold(project.id), doneOn, SYSTEM))
      .catch((error) => error)
    assert.include(failure, refused)
    const ordered = await world
      .run(async () => orderPayment(await Invoice.hold(state.id), '12', SYSTEM))
      .catch((error) => error)
    assert.include(ordered, refused)
  })

  test('its delay runs from the day on which the maître d’œuvre received the request', async ({
    assert,
  }) => {
    world.chorus.pass(ids.get('SIT-1')!, 'MISE_A_DISPOSITION_MOE', '2026-11-02T09:00:00Z')
    // Its history is read again when it moves
    world.chorus.pass(ids.get('SIT-1')!, 'MISE_A_DISPOSITION_MOA')
    await world.pullAll()
    const validated = await piece('EAV-1')
    assert.equal(validated.requestedOn?.toISODate(), '2026-11-02')
    assert.equal(validated.dueOn?.toISODate(), '2026-12-02')
  })

  test('its page says what a piece becomes, and shows those of the contract', async ({
    client,
    assert,
  }) => {
    const shown = await page(client, 'SIT-1')
    shown.assertTextIncludes('Cette pièce ne se paie pas')
    shown.assertTextIncludes('Décomptes du marché')
    shown.assertTextIncludes('État d’acompte validé')
    assert.notInclude(shown.text(), 'Ne pas la payer en l’état')
    const paid = await page(client, 'EAV-1')
    paid.assertTextIncludes('réception de la demande par le maître d’œuvre')
    const list = await client
      .get(`/c/${world.tenant.slug}/factures?q=${MARKET}&suivi=travaux`)
      .loginAs(world.agent)
    for (const number of ids.keys()) list.assertTextIncludes(number)
    const ours = await client.get(`/c/${world.tenant.slug}/factures?etat=ici`).loginAs(world.agent)
    ours.assertTextIncludes('EAV-1')
    assert.notInclude(ours.text(), 'SIT-1')
  })

  test('the general account is to be notified in time, until it is', async ({ client, assert }) => {
    const shown = await page(client, 'PDF-1')
    shown.assertTextIncludes('Notifier le décompte général avant le')
    assert.equal(await tasksNamed('invoicing.account_of_works'), 1)
    await deposit('DG-1', 'DECOMPTE_GENERAL', 'PDF-1')
    await deposit('DGD-1', 'DECOMPTE_GENERAL_SIGNE', 'DG-1')
    await world.pullAll()
    assert.equal(await tasksNamed('invoicing.account_of_works'), 0)
    const balance = await page(client, 'DGD-1')
    balance.assertTextIncludes('R2192-16')
    assert.lengthOf(await rowsOf(world.tenant.id, 'invoices'), 6)
  })
})
