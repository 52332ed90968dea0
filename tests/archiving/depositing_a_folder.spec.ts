import { test } from '@japa/runner'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { depositOf } from '#rooms/archiving'
import { readArchiveAnswer } from '#app/archiving/formats/reply_reader'
import { inWorkshop } from '#app/archiving/gateways/workshop'
import { ingestDeposit } from '#app/archiving/jobs/ingest_deposit'
import { prepareDeposit } from '#app/archiving/jobs/prepare_deposit'
import Deposit from '#app/archiving/models/deposit'
import { buildPackage, gather } from '#app/archiving/packaging'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { sharedData } from '#tests/helpers/shared_data'
import { hasTool, run } from '#tests/helpers/tools'
import { place } from '#tests/world/world'
import { archive, askForDeposit, contextOf, importOfficialSchemas, sha } from './archive_world.js'

const hasSchemas = importOfficialSchemas()
const catalog = sharedData('ged', 'seda', 'catalog.xml')
const inTenant = <T>(id: string, work: () => Promise<T>) => tenancy.run(id, work)

test.group('A folder that is handed over', (group) => {
  let tenantId: string
  group.setup(async () => {
    tenantId = (await place('kervalan')).id
  })

  test('is packed, checked against the official schema, stored and answered for', async ({
    assert,
  }) => {
    const deposit = await archive(tenantId, await askForDeposit(tenantId))
    assert.equal(deposit.state, 'accepted')
    assert.equal(deposit.checks.at(-1)!.detail, 'UNITS_RULES_COMPUTE.OK')
    const schema = deposit.checks.find(({ step }) => step === 'CHECK_SEDA')!
    if (hasSchemas) assert.include(schema.message, 'conforme au schéma officiel du SEDA 2.3')
    const reply = await inTenant(tenantId, () => documents.read(deposit.receiptDocumentId!))
    const answer = readArchiveAnswer(reply)
    assert.containSubset(answer, {
      kind: 'reply',
      accepted: true,
      archiveIds: [deposit.archiveIdentifier],
    })
    assert.include((answer as { transferIds: string[] }).transferIds, deposit.messageIdentifier)
  })

  test('leaves messages and a package that xmllint and unzip accept', async ({
    assert,
    cleanup,
  }) => {
    const deposit = await archive(tenantId, await askForDeposit(tenantId))
    const folder = mkdtempSync(join(tmpdir(), 'halle-deposit-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    const bring = async (id: string | null, name: string) => {
      writeFileSync(join(folder, name), await inTenant(tenantId, () => documents.read(id!)))
    }
    await bring(deposit.sipDocumentId, 'sip.zip')
    await bring(deposit.receiptDocumentId, 'reply.xml')
    await bring(deposit.acknowledgementDocumentId, 'ack.xml')
    const unzipped = run('unzip', ['-q', join(folder, 'sip.zip'), '-d', folder])
    assert.equal(unzipped.status, 0, unzipped.output)
    const xsd = sharedData('ged', 'seda', 'seda-2.3', 'schema', 'seda-2.3-main.xsd')!
    for (const name of ['manifest.xml', 'reply.xml', 'ack.xml']) {
      const { status, output } = run('env', [
        `XML_CATALOG_FILES=${catalog}`,
        ...['xmllint', '--nonet', '--noout', '--schema', xsd, join(folder, name)],
      ])
      assert.equal(status, 0, output)
    }
  }).skip(
    !hasSchemas || !hasTool('xmllint') || !hasTool('unzip'),
    'xmllint, unzip or the schemas are missing'
  )

  test('keeps objects that can be read back, with their digests and deadlines', async ({
    assert,
  }) => {
    const deposit = await archive(tenantId, await askForDeposit(tenantId))
    await inTenant(tenantId, async () => {
      const { trx } = tenancy.current()!
      const objects = await trx.from('archiving.archived_objects').where('deposit_id', deposit.id)
      assert.lengthOf(objects, 2)
      for (const object of objects) {
        const bytes = await documents.read(object.document_id)
        assert.equal(sha('sha512', bytes), object.sha512)
        assert.equal(sha('sha256', bytes), object.sha256)
      }
      const writes = await trx.from('archiving.archive_writes').whereIn(
        'object_id',
        objects.map(({ id }) => id)
      )
      assert.lengthOf(writes, 2)
      const [root] = await trx
        .from('archiving.archived_units')
        .where({ deposit_id: deposit.id })
        .whereNull('parent_id')
      assert.containSubset(root, {
        appraisal_end: '2027-11-19',
        final_action: 'Keep',
        opens_on: '2026-11-19',
      })
    })
  })

  test('writes in the journal the digest of all that it holds', async ({ assert }) => {
    const deposit = await archive(tenantId, await askForDeposit(tenantId))
    await inTenant(tenantId, async () => {
      const entries = await journal.entriesOf(deposit.ref)
      assert.deepEqual(
        entries.map(({ type }) => type),
        [
          'archiving.deposit_prepared',
          'archiving.deposit_transfer',
          'archiving.deposit_acknowledge',
          'archiving.deposit_accept',
        ]
      )
      const [sip] = await documents.findMany([deposit.sipDocumentId!])
      const { objects, ...data } = entries.at(-1)!.data as { objects: string[] }
      assert.lengthOf(objects, 2)
      assert.containSubset(data, { package: sip.sha256, archive: deposit.archiveIdentifier })
    })
  })

  test('tells the room it came from, once', async ({ assert }) => {
    const depositId = await askForDeposit(tenantId)
    const deposit = await archive(tenantId, depositId)
    await archive(tenantId, depositId)
    const events = await inTenant(tenantId, () =>
      tenancy
        .trx()
        .from('kernel.events')
        .where('type', 'archiving.archive_accepted')
        .whereRaw(`payload->>'depositId' = ?`, [depositId])
    )
    assert.lengthOf(events, 1)
    assert.containSubset(events[0].payload, {
      origin: deposit.origin,
      receiptDocumentId: deposit.receiptDocumentId,
    })
  })

  test('is one deposit, however many times it is asked for', async ({ assert }) => {
    const origin = { capability: 'actes', id: uuidv7() }
    const first = await askForDeposit(tenantId, { origin })
    assert.equal(await askForDeposit(tenantId, { origin }), first)
    const summary = await inTenant(tenantId, () => depositOf(origin))
    assert.containSubset(summary, { depositId: first, state: 'prepared', receiptDocumentId: null })
  })

  test('is not accepted twice when its jobs run twice, or at once', async ({ assert }) => {
    const depositId = await askForDeposit(tenantId)
    await prepareDeposit.run({ depositId }, contextOf(tenantId))
    const twice = () => ingestDeposit.run({ depositId }, contextOf(tenantId)).catch(() => undefined)
    await Promise.all([twice(), twice()])
    await twice()
    await inTenant(tenantId, async () => {
      assert.equal((await Deposit.get(depositId)).state, 'accepted')
      const objects = await tenancy
        .trx()
        .from('archiving.archived_objects')
        .where('deposit_id', depositId)
      assert.lengthOf(objects, 2)
    })
  })

  test('does not exist for another collectivite', async ({ assert }) => {
    const depositId = await askForDeposit(tenantId)
    const other = (await place('saint-orven')).id
    await assert.rejects(() => inTenant(other, () => Deposit.get(depositId)), /n’existe pas/)
  })

  test('is refused without any document', async ({ assert }) => {
    await assert.rejects(() => askForDeposit(tenantId, { documents: [] }), /au moins un document/)
  })

  test('gives the same package, byte for byte, when it is built again', async ({ assert }) => {
    const depositId = await askForDeposit(tenantId)
    const deposit = await archive(tenantId, depositId)
    const sip = await inTenant(tenantId, () => documents.read(deposit.sipDocumentId!))
    await inWorkshop(async (folder) => {
      const toPack = await inTenant(tenantId, async () => gather(await Deposit.get(depositId)))
      const { path } = await buildPackage(tenantId, toPack, folder)
      assert.isTrue(readFileSync(path).equals(sip))
    })
  })
})

test.group('A folder that our archive refuses', (group) => {
  let tenantId: string
  group.setup(async () => {
    tenantId = (await place('kervalan')).id
  })

  const unknownRule = { access: { rule: 'AR999', startDate: '2026-11-19' } }

  test('is answered for, explained, and given to somebody to look at', async ({ assert }) => {
    const deposit = await archive(tenantId, await askForDeposit(tenantId, unknownRule))
    assert.equal(deposit.state, 'rejected')
    assert.equal(deposit.checks.at(-1)!.detail, 'UNITS_RULES_COMPUTE.UNKNOWN.KO')
    assert.equal(deposit.trouble, 'Une règle de gestion n’est pas connue.')
    await inTenant(tenantId, async () => {
      const answer = readArchiveAnswer(await documents.read(deposit.receiptDocumentId!))
      assert.containSubset(answer, { kind: 'reply', accepted: false, code: '203' })
      const stored = await tenancy
        .trx()
        .from('archiving.archived_units')
        .where('deposit_id', deposit.id)
      assert.lengthOf(stored, 0)
      const tasks = await tenancy.trx().from('kernel.tasks').where('subject_id', deposit.id)
      assert.lengthOf(tasks, 1)
    })
  })

  test('turns to failed when its package cannot be built after the last attempt', async ({
    assert,
  }) => {
    const depositId = await askForDeposit(tenantId)
    await inTenant(tenantId, () =>
      tenancy
        .trx()
        .from('archiving.deposit_documents')
        .where('deposit_id', depositId)
        .update({ document_id: uuidv7() })
    )
    await assert.rejects(() => prepareDeposit.run({ depositId }, contextOf(tenantId)))
    const stateOf = () => inTenant(tenantId, async () => (await Deposit.get(depositId)).state)
    assert.equal(await stateOf(), 'prepared')
    await assert.rejects(() => prepareDeposit.run({ depositId }, contextOf(tenantId, true)))
    assert.equal(await stateOf(), 'failed')
  })
})
