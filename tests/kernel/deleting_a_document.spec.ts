import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import { documentsConfig } from '#config/documents'
import { verifyDocuments } from '#console/documents/verify'
import { documents } from '#kernel/documents'
import { referencesTo } from '#kernel/documents/deleting'
import { quotaBytes, storedBytes } from '#kernel/documents/quota'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { runDueJobs } from '#tests/helpers/jobs'
import { asOwner, placeApart } from '#tests/world/journals'
import { rest } from '#tests/world/resting_files'
import { sweepStrays, tidyDocuments } from '#web/documents/upkeep'

/** The files of a tenant, by what they hold. */
async function filesOf(tenantId: string): Promise<string[]> {
  const root = join(documentsConfig.directory, 't', tenantId)
  const names = await readdir(root, { recursive: true }).catch(() => [])
  const found = names.map((name) => join(root, name))
  const files: string[] = []
  for (const path of found) if ((await stat(path)).isFile()) files.push(path)
  return files
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => error.code
  )

test.group('A document that is deleted', () => {
  test('leaves no byte of its own, and says where it was', async ({ assert }) => {
    const tenantId = await placeApart()
    const { id, sha256, path } = await rest(tenantId, randomBytes(300))
    const kept = await rest(tenantId, randomBytes(200))
    const gone = await tenancy.run(tenantId, () => documents.delete(id))
    const storageKey = path.slice(documentsConfig.directory.length + 1)
    assert.deepEqual(gone, { id, sha256, storageKey, hadText: false, foundBy: [] })
    await runDueJobs(tenantId, 'kernel.forget_blob_file')
    assert.deepEqual(await filesOf(tenantId), [kept.path])
    assert.equal(
      await codeOf(tenancy.run(tenantId, () => documents.find(id))),
      'E_DOCUMENT_MISSING'
    )
    assert.deepInclude(await verifyDocuments([tenantId]), { objects: 1, missing: [], orphans: [] })
  })

  test('leaves the bytes that another one has, until it goes too', async ({ assert }) => {
    const tenantId = await placeApart()
    const bytes = randomBytes(300)
    const [one, other] = [await rest(tenantId, bytes), await rest(tenantId, bytes)]
    const left = () => tenancy.run(tenantId, () => referencesTo(one.sha256))
    assert.equal(await left(), 2)
    const first = await tenancy.run(tenantId, () => documents.delete(one.id))
    assert.isNull(first.storageKey)
    assert.equal(await left(), 1)
    await runDueJobs(tenantId, 'kernel.forget_blob_file')
    assert.deepEqual(await tenancy.run(tenantId, () => documents.read(other.id)), bytes)
    await tenancy.run(tenantId, () => documents.delete(other.id))
    await runDueJobs(tenantId, 'kernel.forget_blob_file')
    assert.deepEqual(await filesOf(tenantId), [])
  })

  test('takes its text with it', async ({ assert }) => {
    const tenantId = await placeApart()
    const { id, sha256 } = await rest(tenantId, randomBytes(300))
    await asOwner(
      `insert into kernel.document_texts (tenant_id, sha256, outcome, words) values (?, ?, 'found', 'secret:1')`,
      [tenantId, sha256]
    )
    const { hadText } = await tenancy.run(tenantId, () => documents.delete(id))
    assert.isTrue(hadText)
    const rows = await tenancy.run(tenantId, ({ trx }) => trx.from('kernel.document_texts'))
    assert.lengthOf(rows, 0)
  })

  test('stays, file and row, when the transaction is lost', async ({ assert }) => {
    const tenantId = await placeApart()
    const bytes = randomBytes(300)
    const { id } = await rest(tenantId, bytes)
    const lost = tenancy.run(tenantId, async () => {
      await documents.delete(id)
      throw new Error('lost')
    })
    await assert.rejects(() => lost)
    await runDueJobs(tenantId, 'kernel.forget_blob_file')
    assert.deepEqual(await tenancy.run(tenantId, () => documents.read(id)), bytes)
  })
})

test.group('What the documents of a member weigh', () => {
  const quota = async (tenantId: string, bytes: number) => {
    await asOwner(
      `update kernel.tenants set settings = jsonb_build_object('documents', jsonb_build_object('quotaBytes', ?::bigint)) where id = ?`,
      [bytes, tenantId]
    )
    tenants.forget()
  }
  const store = (tenantId: string, size: number) =>
    tenancy.run(tenantId, () => documents.store(randomBytes(size), { name: 'a' }))

  test('is counted with them, once for the same bytes, and given back', async ({ assert }) => {
    const tenantId = await placeApart()
    const weight = () => tenancy.run(tenantId, () => storedBytes())
    const bytes = randomBytes(300)
    const [one, other] = [await rest(tenantId, bytes), await rest(tenantId, bytes)]
    await rest(tenantId, randomBytes(50))
    assert.equal(await weight(), 350)
    await tidyDocuments.run({}, { tenantId } as never)
    assert.equal(await weight(), 350)
    for (const { id } of [one, other]) await tenancy.run(tenantId, () => documents.delete(id))
    assert.equal(await weight(), 50)
  })

  test('stops at the quota, in a sentence, and not at all without one', async ({ assert }) => {
    const tenantId = await placeApart()
    assert.isNull(await tenancy.run(tenantId, () => quotaBytes()))
    await quota(tenantId, 1000)
    await store(tenantId, 600)
    const refused = await store(tenantId, 401).catch((error) => error)
    assert.equal(refused.code, 'E_DOCUMENT_QUOTA')
    assert.equal(refused.status, 507)
    assert.match(refused.message, /presque remplie/)
    await store(tenantId, 400)
    assert.lengthOf(await filesOf(tenantId), 2)
  })

  test('stops there too for two who store at once', async ({ assert }) => {
    const tenantId = await placeApart()
    await quota(tenantId, 1000)
    const outcomes = await Promise.all([1, 2, 3].map(() => codeOf(store(tenantId, 600))))
    assert.sameMembers(outcomes, [null, 'E_DOCUMENT_QUOTA', 'E_DOCUMENT_QUOTA'])
  })
})

test.group('Files that no row names', () => {
  test('are swept; what is kept, on its way or half written a moment ago stays', async ({
    assert,
  }) => {
    const tenantId = await placeApart()
    const { path } = await rest(tenantId, randomBytes(300))
    const folder = join(documentsConfig.directory, 't', tenantId, 'ab')
    const [left, fresh, old] = ['reste', 'x.part', 'y.part'].map((name) => join(folder, name))
    await mkdir(dirname(left), { recursive: true })
    for (const file of [left, fresh, old]) await writeFile(file, 'x')
    await utimes(old, new Date(0), new Date(0))
    const storing = Promise.withResolvers<void>()
    const seen = Promise.withResolvers<void>()
    const kept = tenancy.run(tenantId, async () => {
      await documents.store(randomBytes(50), { name: 'en-cours.bin' })
      storing.resolve()
      await seen.promise
    })
    await storing.promise
    assert.equal(await sweepStrays(tenantId), 2)
    seen.resolve()
    await kept
    const files = await filesOf(tenantId)
    assert.lengthOf(files, 3)
    assert.includeMembers(files, [path, fresh])
    assert.deepInclude(await verifyDocuments([tenantId]), { objects: 2, altered: [], missing: [] })
    assert.equal((await readFile(fresh, 'utf8')).length, 1)
  })
})
