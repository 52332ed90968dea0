import { randomBytes } from 'node:crypto'
import { mkdir, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { documentsConfig } from '#config/documents'
import { documents } from '#kernel/documents'
import { IN_MEMORY, sweepIncoming } from '#kernel/documents/intake'
import { tenancy } from '#kernel/tenancy'
import { Sha256 } from '#lib/values'
import { place } from '#tests/world/world'

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200_000)])

async function fileOf(sha256: string, tenantId: string) {
  const folder = join(documentsConfig.directory, 't', tenantId, sha256.slice(0, 2))
  const name = (await readdir(folder)).find((file) => file.startsWith(sha256))!
  return join(folder, name)
}

test.group('A document that is kept', () => {
  test('comes back byte for byte, and rests encrypted', async ({ assert }) => {
    const { id: tenantId } = await place('kervalan')
    const stored = await tenancy.run(tenantId, () =>
      documents.store(PDF, { name: 'délibération.pdf' })
    )
    assert.equal(stored.sha256, String(Sha256.of(PDF)))
    assert.equal(stored.mediaType, 'application/pdf')
    assert.equal(stored.scan, 'not_scanned')
    assert.deepEqual(await tenancy.run(tenantId, () => documents.read(stored.id)), PDF)
    const atRest = await readFile(await fileOf(stored.sha256, tenantId))
    assert.isFalse(atRest.includes(PDF.subarray(0, 64)))
  })

  test('keeps any size whole, on either side of a frame', async ({ assert }) => {
    const { id: tenantId } = await place('kervalan')
    for (const size of [
      0,
      1,
      65_535,
      65_536,
      65_537,
      131_072,
      300_000,
      700_000,
      IN_MEMORY,
      IN_MEMORY + 1,
    ]) {
      const bytes = randomBytes(size)
      const { id } = await tenancy.run(tenantId, () => documents.store(bytes, { name: 'x.bin' }))
      assert.deepEqual(await tenancy.run(tenantId, () => documents.read(id)), bytes)
    }
  })

  test('does not pass for whole once it is altered or cut on the disk', async ({ assert }) => {
    const { id: tenantId } = await place('kervalan')
    const cases = ['flip', 'cut'].flatMap((damage) => [
      { damage, size: 200_000 },
      { damage, size: IN_MEMORY + 1 },
    ])
    for (const { damage, size } of cases) {
      const stored = await tenancy.run(tenantId, () =>
        documents.store(randomBytes(size), { name: 'a' })
      )
      const path = await fileOf(stored.sha256, tenantId)
      const bytes = await readFile(path)
      if (damage === 'flip') bytes[100_000] ^= 1
      const cutAtAFrame = 40 + 2 * (65_536 + 16)
      await writeFile(path, damage === 'cut' ? bytes.subarray(0, cutAtAFrame) : bytes)
      await assert.rejects(
        () => tenancy.run(tenantId, () => documents.read(stored.id)),
        /il a été altéré là où il est conservé/
      )
    }
  })

  test('lies on the disk in the clear only when it is large, and only until it is kept', async ({
    assert,
  }) => {
    const { id: tenantId } = await place('kervalan')
    const incoming = join(documentsConfig.directory, 'incoming')
    const plain = (await readdir(incoming)).length
    const seen: number[] = []
    async function* arriving(size: number) {
      // A stream is read a little ahead of whoever receives it: the first pieces have come by the last
      for (let piece = 0; piece < 8; piece++) yield randomBytes(size / 8)
      seen.push((await readdir(incoming)).length - plain)
    }
    for (const size of [IN_MEMORY, 2 * IN_MEMORY]) {
      await tenancy.run(tenantId, () =>
        documents.store(Readable.from(arriving(size)), { name: 'a' })
      )
    }
    assert.deepEqual(seen, [0, 1])
    assert.lengthOf(await readdir(incoming), plain)
  })

  test('is one blob for the same bytes given twice', async ({ assert }) => {
    const { id: tenantId } = await place('kervalan')
    const bytes = randomBytes(1000)
    const keep = () => tenancy.run(tenantId, () => documents.store(bytes, { name: 'a' }))
    const [first, second] = [await keep(), await keep()]
    assert.notEqual(first.id, second.id)
    assert.isTrue((await stat(await fileOf(first.sha256, tenantId))).isFile())
  })

  test('is refused when its content is not what is asked, is empty or too large', async ({
    assert,
  }) => {
    const { id: tenantId } = await place('kervalan')
    const store = (bytes: Buffer, options: object) =>
      tenancy.run(tenantId, () => documents.store(bytes, { name: 'faux.pdf', ...options }))
    const code = async (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error) => error.code
      )
    assert.equal(
      await code(store(Buffer.from('MZ…'), { accept: ['application/pdf'] })),
      'E_DOCUMENT_TYPE'
    )
    assert.equal(
      await code(store(Buffer.alloc(0), { accept: ['application/pdf'] })),
      'E_DOCUMENT_EMPTY'
    )
    assert.equal(await code(store(randomBytes(11), { maxBytes: 10 })), 'E_DOCUMENT_TOO_LARGE')
  })

  test('leaves nothing in the clear behind a process that was killed', async ({ assert }) => {
    const incoming = join(documentsConfig.directory, 'incoming')
    await mkdir(incoming, { recursive: true })
    const [old, fresh] = ['abandonne', 'en-cours'].map((name) => join(incoming, name))
    for (const path of [old, fresh]) await writeFile(path, 'en clair')
    await utimes(old, new Date(0), new Date(0))
    await sweepIncoming()
    assert.sameMembers(
      (await readdir(incoming)).filter((name) => ['abandonne', 'en-cours'].includes(name)),
      ['en-cours']
    )
    await rm(fresh)
  })

  test('does not exist for another tenant', async ({ assert }) => {
    const { id: mine } = await place('kervalan')
    const { id: other } = await place('saint-orven')
    const { id } = await tenancy.run(mine, () => documents.store(PDF, { name: 'a.pdf' }))
    await assert.rejects(() => tenancy.run(other, () => documents.find(id)), /n’existe pas ici/)
  })
})
