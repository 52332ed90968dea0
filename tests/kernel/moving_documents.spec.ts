import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { documentsConfig } from '#config/documents'
import { copyDocuments } from '#console/documents/copy'
import { documents } from '#kernel/documents'
import { IN_MEMORY } from '#kernel/documents/intake'
import { tenancy } from '#kernel/tenancy'
import { openStore } from '#lib/store/open_store'
import { freePort, privateFolder } from '#tests/helpers/daemons'
import { placeApart } from '#tests/world/journals'
import { rest } from '#tests/world/resting_files'

interface S3Server {
  run(): Promise<unknown>
  close(): Promise<void>
}

test.group('Documents that move to another store', (group) => {
  let server: S3Server
  let bucket: NonNullable<typeof documentsConfig.s3>
  const folder = () => openStore(documentsConfig.directory, null)

  group.setup(async () => {
    const { default: S3rver } = (await import('s3rver' as string)) as {
      default: new (options: object) => S3Server
    }
    const port = await freePort()
    const options = { port, address: '127.0.0.1', silent: true, directory: await privateFolder() }
    server = new S3rver({ ...options, configureBuckets: [{ name: 'halle' }] })
    await server.run()
    const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
    const endpoint = `http://127.0.0.1:${port}`
    bucket = { endpoint, bucket: 'halle', region: 'us-east-1', credentials }
    return () => server.close()
  })
  group.each.teardown(() => void (documentsConfig.s3 = null))

  const read = (tenantId: string, id: string) => tenancy.run(tenantId, () => documents.read(id))

  test('are all there, read again, and open from there, then from a folder again', async ({
    assert,
  }) => {
    const tenantId = await placeApart()
    const plain = [randomBytes(10), randomBytes(IN_MEMORY + 1)]
    const files = await Promise.all(plain.map((bytes) => rest(tenantId, bytes)))
    documentsConfig.s3 = bucket
    const moved = await copyDocuments(await folder(), [tenantId])
    assert.deepInclude(moved, { copied: 2, present: 0, absent: [] })
    assert.deepInclude(moved.verified, { objects: 2, altered: [], missing: [] })
    for (const { path } of files) await rm(path)
    for (const [rank, { id }] of files.entries())
      assert.isTrue((await read(tenantId, id)).equals(plain[rank]))
    const s3 = await openStore('', bucket)
    documentsConfig.s3 = null
    const back = await copyDocuments(s3, [tenantId])
    assert.deepInclude(back, { copied: 2, absent: [] })
    assert.isTrue((await read(tenantId, files[1].id)).equals(plain[1]))
  })

  test('go on where they were cut, and bring what came meanwhile', async ({ assert }) => {
    const tenantId = await placeApart()
    await rest(tenantId, randomBytes(500))
    documentsConfig.s3 = bucket
    await copyDocuments(await folder(), [tenantId])
    documentsConfig.s3 = null
    await rest(tenantId, randomBytes(600))
    documentsConfig.s3 = bucket
    const again = await copyDocuments(await folder(), [tenantId])
    assert.deepInclude(again, { copied: 1, present: 1, absent: [] })
  })

  test('that are lost or altered are said, and the others are copied', async ({ assert }) => {
    const tenantId = await placeApart()
    const [lost, altered] = [
      await rest(tenantId, randomBytes(700)),
      await rest(tenantId, randomBytes(800)),
    ]
    await rest(tenantId, randomBytes(900))
    await rm(lost.path)
    const bytes = await readFile(altered.path)
    bytes[200] ^= 1
    await writeFile(altered.path, bytes)
    documentsConfig.s3 = bucket
    const { copied, absent, verified } = await copyDocuments(await folder(), [tenantId])
    assert.equal(copied, 2)
    assert.lengthOf(absent, 1)
    assert.deepEqual(
      verified.altered.map(({ sha256 }) => sha256),
      [altered.sha256]
    )
    assert.include(
      verified.missing.map(({ sha256 }) => sha256),
      lost.sha256
    )
  })
})
