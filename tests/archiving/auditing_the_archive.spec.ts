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

  test('finds the object whose bytes were altered, and the one that is gone, until a copy is put back', async ({
    assert,
  }) => {
    const deposit = await archive(tenantId, await askForDeposit(tenantId))
    const [altered, gone] = await Promise.all((await objectsOf(deposit)).map(fileOf))
    const [bytes, copy] = [await readFile(altered), await readFile(gone)]
    await writeFile(altered, bytes.with(bytes.length >> 1, bytes[bytes.length >> 1] ^ 1))
    await rm(gone)
    assert.deepEqual(await audit(deposit), ['altered', 'missing'])
    const call = () =>
      tenancy.run(tenantId, ({ trx }) =>
        trx.from('kernel.tasks').where('key', `archiving.lost:${deposit.id}`).first()
      )
    assert.equal((await call()).role, 'administrator')
    await writeFile(altered, bytes)
    assert.deepEqual(await audit(deposit), ['intact', 'missing'])
    assert.exists(await call())
    await writeFile(gone, copy)
    assert.deepEqual(await audit(deposit), ['intact', 'intact'])
    assert.isNull(await call())
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
