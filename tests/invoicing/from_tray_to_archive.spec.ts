import { test } from '@japa/runner'
import { createHash } from 'node:crypto'
import Deposit from '#app/archiving/models/deposit'
import DepositDocument from '#app/archiving/models/deposit_document'
import { documents } from '#kernel/documents'
import { folderRefused, folderSigned } from '#rooms/parapheur'
import Invoice from '#app/invoicing/models/invoice'
import { isFiled } from '#tests/ged/support/filed'
import { chorusWorld, facturX, rowsOf, type ChorusWorld } from './chorus_world.js'

const TODAY = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })

test.group('An invoice from the tray to the archive', (group) => {
  let world: ChorusWorld
  group.each.setup(async () => {
    world = await chorusWorld()
    return () => world.close()
  })

  const page = (invoice: Invoice, more = '') =>
    `/c/${world.tenant.slug}/factures/${invoice.id}${more}`

  /** The mayor signs: the parapheur says so of the folder of the invoice. */
  const sign = async () => {
    const { id, folderId, certificateDocumentId } = await world.invoice()
    await world.run(() =>
      folderSigned.emit({
        folderId: folderId!,
        origin: { capability: 'invoicing', id },
        documentIds: [certificateDocumentId!],
        signedBy: world.mayor.id,
        at: new Date().toISOString(),
      })
    )
    await world.settle()
  }

  test('is read, certified, ordered, paid and archived with the bytes that came', async ({
    client,
    assert,
  }) => {
    const bytes = await facturX(world.siret, 'F2026-ROAD')
    const chorusId = await world.deposit({ bytes })
    await world.pullAll()
    const invoice = await world.invoice()
    assert.equal(invoice.state, 'available')
    assert.equal(invoice.outcome!.verdict, 'valid')

    const tray = await client.get(`/c/${world.tenant.slug}/factures`).loginAs(world.agent)
    tray.assertTextIncludes('Le Fournil du Quai')
    const shown = await client.get(page(invoice)).loginAs(world.agent)
    shown.assertTextIncludes('Conforme')
    shown.assertTextIncludes('Pain de campagne pour la cantine')

    const asked = await client
      .post(page(invoice, '/service-fait'))
      .form({ doneOn: TODAY() })
      .loginAs(world.agent)
      .withCsrfToken()
      .redirects(0)
    asked.assertStatus(302)
    const inSignature = await world.invoice()
    const folder = await client
      .get(`/c/${world.tenant.slug}/parapheur/dossiers/${inSignature.folderId}`)
      .loginAs(world.mayor)
    folder.assertTextIncludes('Facture F2026-ROAD')

    await sign()
    assert.equal((await world.invoice()).state, 'service_done')
    const ordered = await client
      .post(page(invoice, '/mandat'))
      .form({ mandat: '2026-1187' })
      .loginAs(world.agent)
      .withCsrfToken()
      .redirects(0)
    ordered.assertStatus(302)
    await world.settle()
    const [known] = world.chorus.report().invoices
    assert.deepEqual(
      known.received.map(({ status }) => status),
      ['SERVICE_FAIT', 'MANDATEE']
    )
    assert.equal(known.passed.at(-1)!.mandat, '2026-1187')

    world.chorus.pass(chorusId, 'MISE_EN_PAIEMENT')
    await world.pullAll()
    const paid = await world.invoice()
    assert.equal(paid.state, 'paid')
    assert.isNotNull(paid.archivedAt)
    await world.run(async () => {
      const deposit = await Deposit.get(paid.archiveReference!)
      assert.equal(deposit.state, 'accepted')
      const files = await DepositDocument.of(deposit.id)
      assert.deepEqual(
        files.map(({ role }) => role),
        ['received', 'readable', 'signed', 'statuses', 'verdict']
      )
      const received = await documents.find(files[0].documentId)
      assert.equal(received.sha256, createHash('sha256').update(bytes).digest('hex'))
    })
    const ref = { room: 'invoicing', id: invoice.id }
    const { path } = await isFiled(world.tenant.id, ref, assert)
    assert.match(path!, /^Factures\/\d{4}\/.*F2026-ROAD/)
    const followed = await client.get(page(invoice)).loginAs(world.agent)
    const link = /href="([^"]*\/factures\/suivi\/[^"]+)"/.exec(followed.text())![1]
    const { pathname } = new URL(link)
    const supplier = await client.get(pathname)
    supplier.assertTextIncludes('Mise en paiement')
    supplier.assertTextIncludes('Payée à temps')
    const guessed = await client.get(pathname.slice(0, -1))
    guessed.assertStatus(404)
  })

  test('comes back with its reason when the service is not done, and is asked for again', async ({
    client,
    assert,
  }) => {
    await world.deposit()
    await world.pullAll()
    const invoice = await world.invoice()
    const ask = () =>
      client
        .post(page(invoice, '/service-fait'))
        .form({ doneOn: TODAY() })
        .loginAs(world.agent)
        .withCsrfToken()
        .redirects(0)
    await ask()
    const { folderId } = await world.invoice()
    await world.run(() =>
      folderRefused.emit({
        folderId: folderId!,
        origin: { capability: 'invoicing', id: invoice.id },
        reason: 'Il manque trente pains',
        refusedBy: world.mayor.id,
        at: new Date().toISOString(),
      })
    )
    await world.settle()
    const shown = await client.get(page(invoice)).loginAs(world.agent)
    shown.assertTextIncludes('Il manque trente pains')
    assert.deepEqual(world.chorus.report().invoices[0].received, [])
    await ask()
    assert.isNotNull((await world.invoice()).folderId)
  })

  test('refuses a second certificate, a day to come, and a mandat before the service', async ({
    client,
    assert,
  }) => {
    await world.deposit()
    await world.pullAll()
    const invoice = await world.invoice()
    const post = (end: string, form: object) =>
      client.post(page(invoice, end)).json(form).accept('json').loginAs(world.agent).withCsrfToken()
    const early = await post('/service-fait', { doneOn: '2099-01-01' })
    assert.include(JSON.stringify(early.body()), 'aujourd’hui ou avant')
    const mandat = await post('/mandat', { mandat: '12' })
    mandat.assertStatus(409)
    await post('/service-fait', { doneOn: TODAY() })
    const twice = await post('/service-fait', { doneOn: TODAY() })
    twice.assertStatus(409)
    assert.lengthOf(await world.run(() => Invoice.all()), 1)
  })

  test('is not moved by a folder of another room', async ({ assert }) => {
    await world.deposit()
    await world.pullAll()
    const { id } = await world.invoice()
    await world.run(() =>
      folderSigned.emit({
        folderId: id,
        origin: { capability: 'territory', id },
        documentIds: [id],
        at: new Date().toISOString(),
      })
    )
    await world.settle()
    assert.equal((await world.invoice()).state, 'available')
    assert.isEmpty(await rowsOf(world.tenant.id, 'pushes'))
  })
})
