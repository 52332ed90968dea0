import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { createHash } from 'node:crypto'
import { followDeposit } from '#app/archiving/jobs/follow_deposit'
import { prepareDeposit } from '#app/archiving/jobs/prepare_deposit'
import { sendDeposit } from '#app/archiving/jobs/send_deposit'
import Deposit from '#app/archiving/models/deposit'
import { retryDeposit } from '#app/archiving/retry'
import { SYSTEM } from '#kernel/actor'
import {
  buildAcknowledgement,
  buildTransferReply,
  type ReplyEvent,
} from '#app/archiving/formats/replies'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { place } from '#tests/world/world'
import { askForDeposit, contextOf, officialSchemaOf } from './archive_world.js'
import { Asalae } from './stand_in_asalae.js'

test.group('A folder deposited at as@lae', (group) => {
  let tenantId: string
  let asalae: Asalae
  group.each.setup(async () => {
    const tenant = await place('saint-orven')
    tenantId = tenant.id
    asalae = new Asalae()
    const archiving = {
      destination: 'asalae',
      sedaVersion: '2.1',
      asalaeUrl: await asalae.listen(),
      asalaeUser: 'halle',
      asalaePassword: encryption.encrypt('secret'),
    }
    const set = (settings: object) =>
      db.connection('app').from('kernel.tenants').where('id', tenantId).update({ settings })
    await set({ ...tenant.settings, archiving })
    tenants.forget()
    return async () => {
      await set(tenant.settings)
      tenants.forget()
      asalae.server.close()
    }
  })

  const load = (id: string) => tenancy.run(tenantId, () => Deposit.get(id))
  const sendAway = async () => {
    const depositId = await askForDeposit(tenantId)
    await prepareDeposit.run({ depositId }, contextOf(tenantId))
    await sendDeposit.run({ depositId }, contextOf(tenantId))
    return depositId
  }
  const headerOf = (deposit: Deposit) => ({
    identifier: deposit.messageIdentifier,
    archivalAgency: { identifier: 'FRAD035' },
    transferringAgency: { identifier: '213500020' },
  })

  test('leaves as its REST services expect it', async ({ assert }) => {
    const deposit = await load(await sendAway())
    assert.equal(deposit.state, 'transferred')
    const [{ manifest, authorization, attachments }] = asalae.received
    const secret = createHash('sha256').update('secret').digest('hex')
    assert.equal(authorization, `Basic ${Buffer.from(`halle:${secret}`).toString('base64')}`)
    assert.equal(attachments, 'archive.tar.gz')
    assert.include(manifest, 'http://www.w3.org/2001/04/xmlenc#sha512')
    const schema = officialSchemaOf('2.1')
    if (schema) assert.deepEqual(schema.validate(Buffer.from(manifest)), [])
  })

  test('is acknowledged, then accepted under the name that the archive gave', async ({
    assert,
  }) => {
    const depositId = await sendAway()
    const transfer = headerOf(await load(depositId))
    const at = '2026-11-22T09:00:00Z'
    await followDeposit.run({ depositId }, contextOf(tenantId))
    assert.equal((await load(depositId)).state, 'transferred')

    asalae.answers.set(
      'Acknowledgement',
      buildAcknowledgement({ version: '2.1', identifier: 'ACK_1', at, transfer })
    )
    await followDeposit.run({ depositId }, contextOf(tenantId))
    assert.equal((await load(depositId)).state, 'acknowledged')

    const granted = {
      at,
      archiveId: 'AE_2026_7',
      units: [{ manifestId: 'AU1', systemId: 'u' }],
      objects: [],
    }
    const reply = {
      version: '2.1',
      style: 'asalae',
      identifier: 'ATR_1',
      at,
      transfer,
      events: [] as ReplyEvent[],
    } as const
    asalae.answers.set(
      'ArchiveTransferReply',
      buildTransferReply({ ...reply, code: '000', granted })
    )
    await followDeposit.run({ depositId }, contextOf(tenantId))
    const deposit = await load(depositId)
    assert.equal(deposit.state, 'accepted')
    assert.equal(deposit.archiveIdentifier, 'AE_2026_7')
    await tenancy.run(tenantId, () => documents.find(deposit.receiptDocumentId!))
  })

  test('is rejected in the words of its code', async ({ assert }) => {
    const depositId = await sendAway()
    const transfer = headerOf(await load(depositId))
    asalae.answers.set(
      'ArchiveTransferReply',
      buildTransferReply({
        version: '2.1',
        style: 'vitam',
        identifier: 'guid',
        at: '2026-11-22T09:00:00Z',
        transfer,
        events: [],
        code: '207',
      })
    )
    await followDeposit.run({ depositId }, contextOf(tenantId))
    const deposit = await load(depositId)
    assert.equal(deposit.state, 'rejected')
    assert.equal(deposit.trouble, 'Empreinte invalide.')
  })

  test('does not hear an answer about another transfer', async ({ assert }) => {
    const depositId = await sendAway()
    const transfer = { ...headerOf(await load(depositId)), identifier: 'UN-AUTRE' }
    const reply = {
      version: '2.1',
      style: 'asalae',
      identifier: 'ATR_1',
      events: [] as ReplyEvent[],
      code: '207',
    } as const
    asalae.answers.set(
      'ArchiveTransferReply',
      buildTransferReply({ ...reply, at: '2026-11-22T09:00:00Z', transfer })
    )
    await followDeposit.run({ depositId }, contextOf(tenantId))
    assert.equal((await load(depositId)).state, 'transferred')
  })

  test('keeps an answer that cannot be read, tells it once, and goes on asking', async ({
    assert,
  }) => {
    const depositId = await sendAway()
    asalae.answers.set('ArchiveTransferReply', Buffer.from('<html><body>En panne</body></html>'))
    await followDeposit.run({ depositId }, contextOf(tenantId))
    const told = await load(depositId)
    assert.equal(told.state, 'transferred')
    assert.include(told.trouble!, 'n’a pas pu être lue')
    const kept = await tenancy.run(tenantId, () => documents.read(told.receiptDocumentId!))
    assert.include(kept.toString(), 'En panne')
    await followDeposit.run({ depositId }, contextOf(tenantId))
    assert.equal((await load(depositId)).receiptDocumentId, told.receiptDocumentId)
  })

  test('turns to failed, with the reason, when the archive refuses to receive it', async ({
    assert,
  }) => {
    asalae.status = 400
    const deposit = await load(await sendAway())
    assert.equal(deposit.state, 'failed')
    assert.include(deposit.trouble!, 'Signature absente')
    // Whatever it says it with: a reason that no base keeps would be told to nobody
    asalae.said = `Signature\0absente ${'😀'.repeat(200)}`
    const again = await load(await sendAway())
    assert.equal(again.state, 'failed')
    assert.include(again.trouble!, 'Signature absente')
  })

  test('is tried again when the archive is down, and not sent twice once it has arrived', async ({
    assert,
  }) => {
    asalae.status = 503
    const depositId = await askForDeposit(tenantId)
    await prepareDeposit.run({ depositId }, contextOf(tenantId))
    await assert.rejects(
      () => sendDeposit.run({ depositId }, contextOf(tenantId)),
      /ne répond pas \(503\)/
    )
    const transfer = headerOf(await load(depositId))
    asalae.answers.set(
      'Acknowledgement',
      buildAcknowledgement({
        version: '2.1',
        identifier: 'ACK_1',
        at: '2026-11-22T09:00:00Z',
        transfer,
      })
    )
    await sendDeposit.run({ depositId }, { ...contextOf(tenantId), attempt: 2 })
    assert.lengthOf(asalae.received, 1)
    assert.equal((await load(depositId)).state, 'transferred')
  })

  test('failed for good after it had arrived, is not sent again when somebody retries', async ({
    assert,
  }) => {
    asalae.status = 503
    const depositId = await askForDeposit(tenantId)
    await prepareDeposit.run({ depositId }, contextOf(tenantId))
    const last = { ...contextOf(tenantId), lastAttempt: true }
    await assert.rejects(() => sendDeposit.run({ depositId }, last))
    const failed = await load(depositId)
    assert.equal(failed.state, 'failed')
    const at = '2026-11-22T09:00:00Z'
    asalae.answers.set(
      'Acknowledgement',
      buildAcknowledgement({ version: '2.1', identifier: 'ACK_1', at, transfer: headerOf(failed) })
    )
    await tenancy.run(tenantId, async () => retryDeposit(await Deposit.get(depositId), SYSTEM))
    await prepareDeposit.run({ depositId }, contextOf(tenantId))
    await sendDeposit.run({ depositId }, contextOf(tenantId))
    assert.lengthOf(asalae.received, 1)
  })

  test('says that the password is refused, instead of waiting for ever', async ({ assert }) => {
    const depositId = await sendAway()
    asalae.asked = 401
    const last = { ...contextOf(tenantId), lastAttempt: true }
    await assert.rejects(() => followDeposit.run({ depositId }, last), /identifiants/)
    assert.include((await load(depositId)).trouble!, 'Vérifiez-les dans les réglages')
  })

  test('does not hold an answer without end in memory', async ({ assert }) => {
    const depositId = await sendAway()
    asalae.answers.set('ArchiveTransferReply', Buffer.alloc(21 * 1024 ** 2))
    const last = { ...contextOf(tenantId), lastAttempt: true }
    await assert.rejects(() => followDeposit.run({ depositId }, last), /trop longue/)
    assert.include((await load(depositId)).trouble!, 'trop longue')
  })
})
