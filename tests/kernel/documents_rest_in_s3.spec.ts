import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { documentsConfig } from '#config/documents'
import { documents } from '#kernel/documents'
import { IN_MEMORY } from '#kernel/documents/intake'
import { tenancy } from '#kernel/tenancy'
import { freePort, privateFolder } from '#tests/helpers/daemons'
import { openStore } from '#lib/store/open_store'
import { place } from '#tests/world/world'

interface S3Server {
  run(): Promise<unknown>
  close(): Promise<void>
}

test.group('A document kept in an S3-compatible store', (group) => {
  let server: S3Server

  group.setup(async () => {
    const { default: S3rver } = (await import('s3rver' as string)) as {
      default: new (options: object) => S3Server
    }
    const port = await freePort()
    server = new S3rver({
      port,
      address: '127.0.0.1',
      silent: true,
      directory: await privateFolder(),
      configureBuckets: [{ name: 'halle' }],
    })
    await server.run()
    documentsConfig.s3 = {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'halle',
      region: 'us-east-1',
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    }
  })
  group.teardown(async () => {
    documentsConfig.s3 = null
    await server.close()
  })

  for (const size of [10, IN_MEMORY + 1]) {
    test(`comes back byte for byte (${size} bytes)`, async ({ assert }) => {
      const { id: tenantId } = await place('kervalan')
      const bytes = randomBytes(size)
      const { id } = await tenancy.run(tenantId, () =>
        documents.store(bytes, { name: 'annexe.bin' })
      )
      assert.deepEqual(await tenancy.run(tenantId, () => documents.read(id)), bytes)
    })
  }

  test('is listed with what it weighs, whatever the folder that it is in', async ({ assert }) => {
    const store = await openStore('', documentsConfig.s3)
    await store.put('liste/a', Buffer.from('x'))
    await store.put('liste/b/c', Buffer.from('yyy'))
    const files = await Array.fromAsync(store.list('liste'))
    assert.sameDeepMembers(files, [
      { key: 'liste/a', bytes: 1 },
      { key: 'liste/b/c', bytes: 3 },
    ])
  })
})
