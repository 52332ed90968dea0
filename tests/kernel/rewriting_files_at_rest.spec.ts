import { randomBytes } from 'node:crypto'
import { access, writeFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { documents } from '#kernel/documents'
import { renewTenantKeys, tenantKeys } from '#kernel/documents/keys'
import { rewriteNext } from '#console/documents/rewriting'
import { forgetBlobFile } from '#kernel/documents/forgetting'
import { tenancy } from '#kernel/tenancy'
import { placeApart } from '#tests/world/journals'
import { asBefore, blobRow, pathOf, rest, type Resting } from '#tests/world/resting_files'

const read = (tenantId: string, id: string) => tenancy.run(tenantId, () => documents.read(id))
const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false
  )

/** What the command does for one member; stops after `most`, as if it were killed. */
async function rewrite(tenantId: string, most = Infinity) {
  const outcomes: string[] = []
  let after = ''
  while (outcomes.length < most) {
    const outcome = await tenancy.run(tenantId, () => rewriteNext(after))
    if (outcome.is === 'nothing') break
    after = outcome.sha256
    outcomes.push(outcome.is)
  }
  return outcomes
}

test.group('Files of the old format', () => {
  test('are rewritten, a few now and the rest later, and read the same all along', async ({
    assert,
  }) => {
    const id = await placeApart()
    const plain = [70_000, 10, 200_000].map((size) => randomBytes(size))
    const kept: Resting[] = []
    for (const bytes of plain) {
      const resting = await rest(id, bytes)
      await asBefore(id, resting, bytes)
      kept.push(resting)
    }
    const readAll = async () => Promise.all(kept.map((one) => read(id, one.id)))
    assert.deepEqual(await rewrite(id, 1), ['done'])
    assert.deepEqual(await readAll(), plain)
    assert.deepEqual(await rewrite(id), ['done', 'done'])
    assert.deepEqual(await rewrite(id), [])
    assert.deepEqual(await readAll(), plain)
    for (const { sha256, path } of kept) {
      assert.equal((await blobRow(id, sha256)).cipher, 2)
      assert.isTrue(await exists(path), 'the old file stays for whoever reads it')
    }
  })

  test('leave the old file behind them until nobody reads it, and then it goes', async ({
    assert,
  }) => {
    const id = await placeApart()
    const bytes = randomBytes(100)
    const resting = await rest(id, bytes)
    await asBefore(id, resting, bytes)
    const { storage_key: storageKey } = await blobRow(id, resting.sha256)
    const forget = () => forgetBlobFile.run({ storageKey }, { tenantId: id } as never)
    await forget()
    assert.isTrue(await exists(resting.path), 'a row leads to it')
    await rewrite(id)
    await forget()
    assert.isFalse(await exists(resting.path))
    assert.deepEqual(await read(id, resting.id), bytes)
  })

  test('are written over what a killed run has left', async ({ assert }) => {
    const id = await placeApart()
    const bytes = randomBytes(300)
    const resting = await rest(id, bytes)
    await asBefore(id, resting, bytes)
    const killed = tenancy.run(id, async () => {
      await rewriteNext('')
      throw new Error('killed before the commit')
    })
    await assert.rejects(() => killed)
    assert.deepEqual(await read(id, resting.id), bytes)
    assert.deepEqual(await rewrite(id), ['done'])
    assert.deepEqual(await read(id, resting.id), bytes)
  })

  test('that are damaged are said so, and do not stop the others', async ({ assert }) => {
    const id = await placeApart()
    for (let n = 0; n < 3; n++) {
      const bytes = randomBytes(300)
      const resting = await rest(id, bytes)
      await asBefore(id, resting, bytes)
      if (n === 1) await writeFile(resting.path, randomBytes(328))
    }
    assert.sameMembers(await rewrite(id), ['done', 'done', 'damaged'])
  })
})

test.group('The data keys of a tenant', () => {
  test('come one after another: the last writes, the others read until all is rewritten', async ({
    assert,
  }) => {
    const id = await placeApart()
    const [before, after] = [randomBytes(100), randomBytes(100)]
    const old = await rest(id, before)
    assert.isTrue(await tenancy.run(id, () => renewTenantKeys({ always: true })))
    const fresh = await rest(id, after)
    const ring = await tenancy.run(id, () => tenantKeys())
    assert.deepEqual([ring.current, [...ring.keys.keys()]], [2, [1, 2]])
    assert.notDeepEqual(ring.keys.get(1), ring.keys.get(2))
    assert.equal((await blobRow(id, fresh.sha256)).key_generation, 2)
    assert.deepEqual(await read(id, old.id), before)
    assert.deepEqual(await rewrite(id), ['done'])
    assert.equal((await blobRow(id, old.sha256)).key_generation, 2)
    assert.deepEqual(await read(id, old.id), before)
    assert.notEqual(await pathOf(id, old.sha256), old.path)
  })
})
