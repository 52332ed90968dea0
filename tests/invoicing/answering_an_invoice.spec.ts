import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { REASON_WORDS, reasonsOf, STATES } from '#lib/einvoice/lifecycle'
import { problemsOf, repliesFrom, REPLIES } from '#app/invoicing/rules/replies'
import Invoice from '#app/invoicing/models/invoice'
import { chorusWorld, rowsOf, type ChorusWorld } from './chorus_world.js'

const TODAY = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })
const MISSING_BILL = { reply: 'suspended', reason: 'JUSTIF_ABS', note: 'Il manque le bon 26-014.' }

test.group('The answer to an invoice that is not paid as it is', (group) => {
  let world: ChorusWorld
  group.each.setup(async () => {
    world = await chorusWorld()
    return () => world.close()
  })

  const received = async () => {
    await world.deposit()
    await world.pullAll()
    return world.invoice()
  }
  const here = ({ id }: Invoice, end = '') => `/c/${world.tenant.slug}/factures/${id}${end}`

  test('suspends it once for Chorus Pro, with its reason, and stops the delay', async ({
    client,
    assert,
  }) => {
    const invoice = await received()
    const sent = await client
      .post(here(invoice, '/reponse'))
      .form(MISSING_BILL)
      .loginAs(world.agent)
      .withCsrfToken()
      .redirects(0)
    sent.assertStatus(302)
    await world.settle()
    const [known] = world.chorus.report().invoices
    assert.deepEqual(
      known.received.map(({ status }) => status),
      ['SUSPENDUE']
    )
    assert.equal(
      known.passed.at(-1)!.comment,
      'JUSTIF_ABS : Un justificatif manque. Il manque le bon 26-014.'
    )
    const suspended = await world.invoice()
    assert.equal(suspended.state, 'suspended')
    assert.isNull(suspended.dueOn)
    const page = await client.get(here(invoice)).loginAs(world.agent)
    page.assertTextIncludes('Le fournisseur doit la compléter')
    page.assertTextIncludes('Il manque le bon 26-014.')
  })

  test('waits for its supplier, whose completion starts the delay again, once only', async ({
    client,
    assert,
  }) => {
    const invoice = await received()
    const reply = () =>
      client.post(here(invoice, '/reponse')).form(MISSING_BILL).loginAs(world.agent).withCsrfToken()
    await reply()
    await world.settle()
    world.chorus.pass(Number(invoice.chorusId), 'COMPLETEE')
    await world.pullAll()
    const completed = await world.invoice()
    assert.equal(completed.state, 'completed')
    const due = completed.dueOn!.toISODate()
    assert.isNotNull(due)
    await reply()
    await world.settle()
    const again = await world.invoice()
    assert.deepEqual([again.state, again.dueOn!.toISODate()], ['suspended', due])
  })

  test('is not given on what its supplier moved meanwhile', async ({ client, assert }) => {
    const invoice = await received()
    const page = await client.get(here(invoice)).loginAs(world.agent)
    const seen = /name="seen"\s+value="([^"]+)"/.exec(page.text())![1]
    await world.run(async () => {
      const held = await Invoice.hold(invoice.id)
      await held.step('suspend', SYSTEM)
      await held.step('complete', SYSTEM)
    })
    const sent = await client
      .post(here(invoice, '/reponse'))
      .json({ ...MISSING_BILL, seen })
      .accept('json')
      .loginAs(world.agent)
      .withCsrfToken()
    sent.assertStatus(409)
    assert.isEmpty(await rowsOf(world.tenant.id, 'pushes'))
  })

  test('says all that is missing at once, and keeps what was typed', async ({ client, assert }) => {
    const invoice = await received()
    const post = (body: object) =>
      client
        .post(here(invoice, '/reponse'))
        .json(body)
        .accept('json')
        .loginAs(world.agent)
        .withCsrfToken()
    const bare = await post({ reply: 'suspended' })
    bare.assertStatus(422)
    assert.includeMembers(
      bare.body().errors.map(({ field }: { field: string }) => field),
      ['reason', 'note']
    )
    const wrong = await post({ ...MISSING_BILL, reason: 'DOUBLON' })
    assert.include(JSON.stringify(wrong.body()), 'n’est pas de ceux de cette réponse')
    assert.equal((await world.invoice()).state, 'available')
  })

  test('refuses it, or sends it to another service, and the invoice is there again', async ({
    client,
    assert,
  }) => {
    const invoice = await received()
    await client
      .post(here(invoice, '/reponse'))
      .form({ reply: 'to_recycle', note: 'Adressez-la au service CANTINE.' })
      .loginAs(world.agent)
      .withCsrfToken()
    await world.settle()
    assert.equal((await world.invoice()).state, 'to_recycle')
    for (const status of ['EN_COURS_ACHEMINEMENT', 'MISE_A_DISPOSITION'])
      world.chorus.pass(Number(invoice.chorusId), status)
    await world.pullAll()
    assert.equal((await world.invoice()).state, 'available')
    await client
      .post(here(invoice, '/reponse'))
      .form({ reply: 'refused', reason: 'DOUBLON' })
      .loginAs(world.agent)
      .withCsrfToken()
    await world.settle()
    const [known] = world.chorus.report().invoices
    assert.deepEqual(
      known.received.map(({ status }) => status),
      ['A_RECYCLER', 'REJETEE']
    )
    const page = await client.get(here(invoice)).loginAs(world.agent)
    page.assertTextIncludes('Le fournisseur doit en émettre une autre')
  })

  test('waits until the certificate that is in signature was taken back', async ({ client }) => {
    const invoice = await received()
    const post = (end: string, body: object) =>
      client.post(here(invoice, end)).json(body).accept('json').loginAs(world.agent).withCsrfToken()
    await post('/service-fait', { doneOn: TODAY() })
    const refused = await post('/reponse', MISSING_BILL)
    refused.assertStatus(409)
  })

  test('leaves a certified invoice to be ordered once it is completed', async ({
    client,
    assert,
  }) => {
    const invoice = await received()
    await world.run(async () => {
      const held = await Invoice.hold(invoice.id)
      const { documentId: signedDocumentId } = held
      await held.merge({ folderId: invoice.id, signedDocumentId }).save()
      await held.step('certify', SYSTEM)
      await held.step('suspend', SYSTEM)
      await held.step('complete', SYSTEM)
    })
    const page = await client.get(here(invoice)).loginAs(world.agent)
    page.assertTextIncludes('Mandater la facture')
    const ordered = await client
      .post(here(invoice, '/mandat'))
      .form({ mandat: '2026-12' })
      .loginAs(world.agent)
      .withCsrfToken()
      .redirects(0)
    ordered.assertStatus(302)
    assert.equal((await world.invoice()).state, 'ordered')
  })
})

test.group('What may be answered', () => {
  test('is what the table of states allows, from each of them', ({ assert }) => {
    const may = Object.fromEntries(STATES.map((state) => [state, repliesFrom(state)]))
    assert.deepEqual(may.available, [...REPLIES])
    assert.deepEqual(may.suspended, ['refused'])
    assert.deepEqual(may.service_done, ['suspended', 'refused'])
    for (const over of ['ordered', 'with_accountant', 'accounted', 'paid', 'refused'])
      assert.deepEqual(may[over], [], 'R2192-27: before the order to pay')
  })

  test('takes the reasons of its status and no other, each in words', ({ assert }) => {
    for (const reply of REPLIES) {
      for (const reason of Object.keys(REASON_WORDS)) {
        const problems = problemsOf({ reply, reason, note: 'Voici pourquoi.' })
        assert.equal(problems.length === 0, reasonsOf(reply).includes(reason), `${reply} ${reason}`)
      }
      for (const reason of reasonsOf(reply)) assert.property(REASON_WORDS, reason)
    }
    assert.lengthOf(problemsOf({ reply: 'refused', reason: 'AUTRE', note: null }), 1)
  })
})
