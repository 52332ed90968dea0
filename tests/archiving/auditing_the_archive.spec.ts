import { test } from '@japa/runner'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { auditObjects } from '#app/archiving/jobs/audit_objects'
import type Deposit from '#app/archiving/models/deposit'
import { documentsConfig } from '#config/documents'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { place } from '#tests/world/world'
import { archive, askForDeposit, contextOf } from './archive_world.js'

test.group('An audit of what is archived', (group) => {
  let tenantId: string
  group.setup(async () => {
    tenantId = (await place('kervalan')).id
  })

  const objectsOf = (deposit: Deposit) =>
    tenancy.run(tenantId, ({ trx }) =>
      trx.from('archiving.archived_objects').where('deposit_id', deposit.id).orderBy('manifest_id')
    )
  const fileOf = async ({ sha256 }: { sha256: string }) => {
    const folder = join(documentsConfig.directory, 't', tenantId, sha256.slice(0, 2))
    return join(
      folder,
      (await readdir(folder)).find((name) => name.startsWith(sha256))!
    )
  }
  const audit = async (deposit: Deposit) => {
    await auditObjects.run({ depositId: deposit.id }, contextOf(tenantId))
    return (await objectsOf(deposit)).map((object) => object.audit_outcome)
  }

  test('finds intact objects intact, and says so in the journal', async ({ assert }) => {
    const deposit = await archive(tenantId, await askForDeposit(tenantId))
    assert.deepEqual(await audit(deposit), ['intact', 'intact'])
    const entries = await tenancy.run(tenantId, () => journal.entriesOf(deposit.ref))
    assert.containSubset(entries.at(-1), {
      type: 'archiving.deposit_audited',
      data: { objects: 2, lost: [] },
    })
  })

  test('finds the object whose bytes were altered, and the one that is gone', async ({
    assert,
  }) => {
    const deposit = await archive(tenantId, await askForDeposit(tenantId))
    const [altered, gone] = await objectsOf(deposit)
    const path = await fileOf(altered)
    const bytes = await readFile(path)
    bytes[bytes.length >> 1] ^= 1
    await writeFile(path, bytes)
    await rm(await fileOf(gone))
    assert.deepEqual(await audit(deposit), ['altered', 'missing'])
    const task = await tenancy.run(tenantId, ({ trx }) =>
      trx.from('kernel.tasks').where('key', `archiving.lost:${deposit.id}`).first()
    )
    assert.equal(task.role, 'administrator')
  })

  test('reads again, night after night, what was left longest', async ({ assert }) => {
    await tenancy.run(tenantId, ({ trx }) =>
      trx.from('archiving.archived_objects').update({ audited_at: new Date() })
    )
    const deposit = await archive(tenantId, await askForDeposit(tenantId))
    await auditObjects.run({}, contextOf(tenantId))
    assert.deepEqual(
      (await objectsOf(deposit)).map((object) => object.audit_outcome),
      ['intact', 'intact']
    )
  })
})
