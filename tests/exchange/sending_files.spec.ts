import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import Exchange from '#app/exchange/models/exchange'
import ExchangeFile from '#app/exchange/models/exchange_file'
import Recipient from '#app/exchange/models/recipient'
import { exchangeLifecycle } from '#app/exchange/models/exchange_lifecycle'
import { runDueJobs } from '#tests/helpers/jobs'
import { withTimeAuthority } from '#tests/helpers/time_authority'
import { lay } from '#tests/helpers/visitor'
import { person } from '#tests/world/world'
import { codeIn, comeIn, exchanged, mailsOf, WHO } from './scene.js'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

test.group('The life of an exchange', () => {
  test('goes through the legal steps and no other', ({ assert }) => {
    const { states, events } = exchangeLifecycle
    const matrix = states.flatMap((state) =>
      events.map((event) => [state, event, exchangeLifecycle.next(state, event)])
    )
    assert.lengthOf(matrix, exchangeLifecycle.states.length * exchangeLifecycle.events.length)
    const legal = matrix.filter(([, , to]) => to).map((step) => step.join(' '))
    assert.sameMembers(legal, [
      'draft open open',
      'draft revoke revoked',
      'open expire expired',
      'open revoke revoked',
      'expired purge purged',
      'revoked purge purged',
    ])
  })
})

test.group('Files that are sent', () => {
  test('are told by mail, opened by a code, given once, with a sealed receipt', async ({
    assert,
  }) => {
    await withTimeAuthority()
    const scene = await exchanged()
    const { tenantId, within, recipient, page, guest } = scene
    const invited = await mailsOf(tenantId)
    assert.lengthOf(invited, 1)
    assert.include(invited[0].to, WHO)
    assert.include(invited[0].text, page)
    const outside = await guest.call(page)
    assert.equal(outside.headers.get('x-robots-tag'), 'noindex')
    assert.notInclude(outside.text, 'Plans du préau')
    const [file] = await within(() => ExchangeFile.sentIn(scene.id))
    assert.equal((await guest.call(`${page}/fichiers/${file.id}`)).status, 404)
    const code = await comeIn(scene)
    const inside = await guest.call(page)
    assert.include(inside.text, 'plan.txt')
    assert.include(inside.text, digest('un plan'))
    assert.equal((await guest.call(`${page}/fichiers/${file.id}`)).text, 'un plan')
    const part = await guest.call(`${page}/fichiers/${file.id}`, { headers: { range: 'bytes=3-' } })
    assert.deepEqual([part.status, part.text], [206, 'plan'])
    await runDueJobs(tenantId)
    assert.equal((await guest.call(`${page}/recepisse.zip`)).status, 200)
    const types = (await within(() => journal.entriesOf(recipient.ref))).map(({ type }) => type)
    assert.deepEqual(types, [
      'exchange.recipient_entered',
      'exchange.file_delivered',
      'exchange.receipt_written',
    ])
    assert.match(code, /-/)
  })

  test('open to no wrong code, nor to a sixth try, nor to whoever has the link alone', async ({
    assert,
  }) => {
    const scene = await exchanged({}, '203.0.113.41')
    const { tenantId, page, guest } = scene
    await guest.send(page, `${page}/code`)
    const code = codeIn(await mailsOf(tenantId))
    for (let wrong = 0; wrong < 5; wrong++)
      await guest.send(page, `${page}/entree`, { given: `AAAA-AA2${wrong + 2}` })
    await guest.send(page, `${page}/entree`, { given: code })
    assert.notInclude((await guest.call(page)).text, 'plan.txt')
  })

  test('are shut at once when revoked or past their day, for page, file and program', async ({
    client,
    assert,
  }) => {
    const scene = await exchanged({}, '203.0.113.42')
    const { within, page, guest, id } = scene
    await comeIn(scene)
    const [file] = await within(() => ExchangeFile.sentIn(id))
    const paths = [page, `${page}/fichiers/${file.id}`]
    const statuses = () => Promise.all(paths.map(async (path) => (await guest.call(path)).status))
    assert.deepEqual(await statuses(), [200, 200])
    await within(async () => {
      const past = clock.now().minus({ minutes: 1 })
      await (await Exchange.hold(id)).merge({ expiresAt: past }).save()
    })
    assert.deepEqual(await statuses(), [404, 404])
    await within(async () => {
      const later = clock.now().plus({ days: 1 })
      await (await Exchange.hold(id)).merge({ expiresAt: later }).save()
      await (await Exchange.hold(id)).revoke(SYSTEM)
    })
    assert.deepEqual(await statuses(), [404, 404])
    const neighbour = await person('Gaël Riou', { landreval: ['agent'] })
    const other = await client.get(`/c/landreval/echanges/${id}`).loginAs(neighbour)
    other.assertStatus(404)
    assert.equal((await guest.call(`${page.slice(0, -2)}xx`)).status, 404)
  })

  test('are forgotten for good, and what they were is told still', async ({ assert }) => {
    const { within, id } = await exchanged({}, '203.0.113.43')
    const { file, entries } = await within(async () => {
      await (await Exchange.hold(id)).revoke(SYSTEM)
      await (await Exchange.hold(id)).purge(SYSTEM)
      const exchange = await Exchange.get(id)
      return {
        file: (await ExchangeFile.sentIn(id))[0],
        entries: await journal.entriesOf(exchange.ref),
      }
    })
    assert.isNull(file.documentId)
    assert.equal(file.digest, digest('un plan'))
    assert.include(JSON.stringify(entries.at(-1)!.data), digest('un plan'))
  })

  test('take no file more once they have left', async ({ assert }) => {
    const { guest, box, within, id } = await exchanged({}, '203.0.113.44')
    assert.equal(await lay(guest, `/depot/${box}`, 'tard.txt', Buffer.from('tard')), 404)
    assert.lengthOf(await within(() => ExchangeFile.sentIn(id)), 1)
  })
})

test.group('Files that are asked', () => {
  test('are laid by whom they are asked of, who gets a receipt, and wait for the agent', async ({
    assert,
  }) => {
    await withTimeAuthority()
    const scene = await exchanged({ kind: 'ask' }, '203.0.113.45')
    const { tenantId, within, page, guest, recipient, id } = scene
    await comeIn(scene)
    await guest.send(page, `${page}/depot`)
    const [, door] = /data-drop-door="([^"]+)"/.exec((await guest.call(page)).text)!
    assert.equal(await lay(guest, door, 'offre.txt', Buffer.from('une offre')), 201)
    await guest.send(page, `${page}/fin`)
    await runDueJobs(tenantId)
    const inside = await guest.call(page)
    assert.include(inside.text, 'Votre dépôt est reçu')
    assert.equal((await guest.call(`${page}/recepisse.zip`)).status, 200)
    const { receipt, waiting } = await within(async () => ({
      receipt: (await Recipient.hold(recipient.id)).receiptDocumentId,
      waiting: await tenancy
        .trx()
        .from('kernel.tasks')
        .where({ tenant_id: tenantId, key: `exchange.laid:${id}` }),
    }))
    assert.isNotNull(receipt)
    assert.lengthOf(waiting, 1)
  })
})

test.group('The pages of exchanges', () => {
  test('an agent prepares one, is told all that is wrong at once, and lists it', async ({
    client,
    assert,
  }) => {
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const post = (fields: object) =>
      client
        .post('/c/kervalan/echanges')
        .json(fields)
        .accept('json')
        .loginAs(agent)
        .withCsrfToken()
        .redirects(0)
    const asked = { kind: 'ask', title: 'Relevés du géomètre', until: '2020-01-01' }
    ;(await post({ ...asked, recipients: WHO })).assertStatus(422)
    const until = clock.now().plus({ days: 3 }).toISODate()!
    const wrong = await post({ ...asked, until, recipients: 'personne' })
    wrong.assertStatus(422)
    wrong.assertTextIncludes('personne')
    const made = await post({ ...asked, until, recipients: WHO })
    assert.notInclude([403, 404, 422, 500], made.status())
    const list = await client.get('/c/kervalan/echanges?q=geometre').loginAs(agent)
    list.assertTextIncludes('Relevés du géomètre')
    const reader = await person('Gaël Riou', { kervalan: ['reader'] })
    ;(await client.get('/c/kervalan/echanges').accept('json').loginAs(reader)).assertStatus(403)
  })
})
