import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { saveSettings } from '#kernel/settings'
import { fromDay } from '#app/invoicing/days'
import Invoice from '#app/invoicing/models/invoice'
import Push from '#app/invoicing/models/push'
import { pushStatus } from '#app/invoicing/pushing/push_status'
import { oweStatus } from '#app/invoicing/pushing/owe'
import { chorus as gateway } from '#app/invoicing/gateways/chorus'
import { chorusAccount } from '#app/invoicing/settings'
import { systemDb } from '#kernel/system'
import { tenants } from '#kernel/tenant'
import { LocalDate } from '#lib/values'
import { accountOf, chorusWorld, facturX, rowsOf, type ChorusWorld } from './chorus_world.js'

test.group('The exchange with Chorus Pro', (group) => {
  let world: ChorusWorld
  group.each.setup(async () => {
    world = await chorusWorld({ slowMs: 50 })
    return () => world.close()
  })

  const received = () => world.chorus.report().invoices[0].received.map(({ status }) => status)
  const pulls = async () => (await rowsOf(world.tenant.id, 'pulls'))[0]

  /** A retry comes later: here, at once. */
  const again = async (name: string) => {
    await systemDb()
      .from('kernel.outbox')
      .where({ tenant_id: world.tenant.id, name })
      .whereNull('done_at')
      .update({ run_at: systemDb().knexRawQuery('now()') })
    await world.settle()
  }

  /** The service is certified, as the parapheur would say. */
  const certify = () =>
    world.run(async () => {
      const invoice = await Invoice.query().forUpdate().firstOrFail()
      invoice.serviceDoneOn = fromDay(LocalDate.parse('2026-11-21'))
      await invoice.step('certify', SYSTEM)
      await oweStatus(invoice, 'service_done')
    })

  test('finds nothing without calling it a failure', async ({ assert }) => {
    await world.pullAll()
    const row = await pulls()
    assert.isNotNull(row.succeeded_at)
    assert.isNull(row.failing_since)
  })

  test('brings an invoice once, however often it is told', async ({ assert }) => {
    await world.deposit()
    await world.pullAll()
    await world.pullAll()
    assert.lengthOf(await world.run(() => Invoice.all()), 1)
    const statuses = await rowsOf(world.tenant.id, 'statuses')
    assert.deepEqual(
      statuses.map(({ status }) => status),
      ['deposited', 'on_its_way', 'available']
    )
  })

  test('brings more than ten by tens, each with its own bytes', async ({ assert }) => {
    for (let count = 0; count < 12; count++) await world.deposit()
    await world.pullAll()
    const invoices = await world.run(() => Invoice.all())
    assert.lengthOf(invoices, 12)
    for (const { content, number } of invoices) assert.equal(content!.number, number)
  })

  test('says which invoice came before, by SIREN, number and year', async ({ assert }) => {
    await world.deposit({ number: 'F-1' })
    await world.deposit({ number: 'F-1', isAgain: true })
    await world.pullAll()
    const [first, second] = await world.run(() => Invoice.query().orderBy('id'))
    assert.isNull(first.duplicateOf)
    assert.equal(second.duplicateOf, first.id)
  })

  test('says that the account was changed, on the tray, and that nothing is set', async ({
    client,
  }) => {
    await world.run(() => saveSettings('invoicing', accountOf(world.siret, 'changé')))
    await world.pullAll()
    const tray = () => client.get(`/c/${world.tenant.slug}/factures`).loginAs(world.agent)
    const failing = await tray()
    failing.assertTextIncludes('Chorus Pro ne se relève plus')
    failing.assertTextIncludes('mot de passe a peut-être changé')
    await world.run(() => saveSettings('invoicing', {}))
    const unset = await tray()
    unset.assertTextIncludes('Chorus Pro n’est pas relié')
  })

  test('asks one by one for the files that are too large together', async ({ assert }) => {
    for (let count = 0; count < 3; count++) await world.deposit()
    world.chorus.play('too-large', 1)
    await world.pullAll()
    const invoices = await world.run(() => Invoice.all())
    assert.isTrue(invoices.every(({ outcome }) => outcome?.verdict === 'valid'))
  })

  test('gives nobody a file that is not of the invoice', async ({ client }) => {
    await world.deposit()
    await world.pullAll()
    const { id, documentId } = await world.invoice()
    const page = `/c/${world.tenant.slug}/factures/${id}/documents`
    const own = await client.get(`${page}/${documentId}`).loginAs(world.agent)
    own.assertStatus(200)
    const foreign = await client.get(`${page}/${id}`).loginAs(world.agent)
    foreign.assertStatus(404)
  })

  test('gives a status once although the connection dies after it was taken', async ({
    assert,
  }) => {
    await world.deposit()
    await world.pullAll()
    await certify()
    world.chorus.play('status-cut', 1)
    await world.settle()
    assert.deepEqual(received(), ['SERVICE_FAIT'])
    assert.equal((await rowsOf(world.tenant.id, 'pushes'))[0].state, 'attempting')
    await again(pushStatus.name)
    assert.equal((await rowsOf(world.tenant.id, 'pushes'))[0].state, 'taken')
    assert.deepEqual(received(), ['SERVICE_FAIT'])
  })

  test('gives a status once although the process dies between the push and its commit', async ({
    assert,
  }) => {
    await world.deposit()
    await world.pullAll()
    await certify()
    // What a process that is killed there leaves: an attempt that is written down, and a status given
    const { chorusId } = await world.invoice()
    await world.run(async () => {
      const push = await Push.next((await Invoice.firstOrFail()).id)
      await push!.move('begin')
    })
    const account = chorusAccount((await tenants.byId(world.tenant.id))!)!
    await gateway.setStatus(account, Number(chorusId), 'service_done', {})
    await world.settle()
    assert.deepEqual(received(), ['SERVICE_FAIT'])
    const [push] = await rowsOf(world.tenant.id, 'pushes')
    assert.equal(push.state, 'taken')
  })

  test('gives a status again when it was surely not heard', async ({ assert }) => {
    await world.deposit()
    await world.pullAll()
    await certify()
    world.chorus.play('too-many', 1)
    await world.settle()
    assert.equal((await rowsOf(world.tenant.id, 'pushes'))[0].state, 'waiting')
    await again(pushStatus.name)
    assert.deepEqual(received(), ['SERVICE_FAIT'])
  })

  test('says that a status is refused, and gives it again when a person asks', async ({
    assert,
    client,
  }) => {
    await world.deposit()
    await world.pullAll()
    await certify()
    world.chorus.play('status-refused', 1)
    await world.settle()
    const { id, trouble } = await world.invoice()
    assert.match(trouble!, /refuse le statut « Service fait ».*20002/)
    const resumed = await client
      .post(`/c/${world.tenant.slug}/factures/${id}/reprise`)
      .loginAs(world.agent)
      .withCsrfToken()
      .redirects(0)
    resumed.assertStatus(302)
    await world.settle()
    assert.deepEqual(received(), ['SERVICE_FAIT'])
    assert.isNull((await world.invoice()).trouble)
  })

  test('follows a suspension made on the portal, and its completion', async ({ assert }) => {
    const chorusId = await world.deposit()
    await world.pullAll()
    world.chorus.pass(chorusId, 'SUSPENDUE')
    await world.pullAll()
    const suspended = await world.invoice()
    assert.equal(suspended.state, 'suspended')
    assert.isNull(suspended.dueOn)
    world.chorus.pass(chorusId, 'COMPLETEE', new Date(Date.now() + 1000).toISOString())
    await world.pullAll()
    const completed = await world.invoice()
    assert.equal(completed.state, 'completed')
    assert.isNotNull(completed.dueOn)
  })

  test('never shows to a commune what another one receives', async ({ assert }) => {
    const chorusId = await world.deposit()
    const other = { ...chorusAccount(world.tenant)!, login: 'TECH_21350902900012@cpro.test' }
    const found = await gateway.search(other, new Date(0), new Date(Date.now() + 1e6), 1)
    assert.deepInclude(found, { is: 'refused', code: 20000 })
    const asked = await gateway.history(other, chorusId)
    assert.equal(asked.is, 'refused')
  })

  test('pulls works apart, once the member wants them', async ({ assert }) => {
    const bytes = await facturX(world.siret, 'F2026-TRAVAUX')
    const works = 'ETAT_ACOMPTE'
    await world.chorus.deposit({ bytes, fileName: 'travaux.pdf', buyer: world.siret, works })
    await world.deposit({ number: 'F2026-SIMPLE' })
    const numbers = async () => (await rowsOf(world.tenant.id, 'invoices')).map((one) => one.number)
    await world.pullAll()
    assert.deepEqual(await numbers(), ['F2026-SIMPLE'])

    await world.run(() =>
      saveSettings('invoicing', { ...accountOf(world.siret), receivesWorks: true })
    )
    await world.pullAll()
    assert.sameMembers(await numbers(), ['F2026-SIMPLE', 'F2026-TRAVAUX'])
    const said = await rowsOf(world.tenant.id, 'validations')
    assert.deepEqual(
      said.map(({ status }) => status),
      ['MISE_A_DISPOSITION_MOE', 'TRANSMISE_MOA', 'MISE_A_DISPOSITION_MOA']
    )
    const [ofWorks] = await world.run(() => Invoice.query().where('number', 'F2026-TRAVAUX'))
    assert.equal(ofWorks.state, 'available')
  })
})
