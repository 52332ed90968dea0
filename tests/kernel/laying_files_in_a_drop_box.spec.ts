import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { exchangesOf } from '#tests/helpers/exchanges'
import { master } from '#tests/helpers/master'
import { documentsConfig } from '#config/documents'
import { verifyDocuments } from '#console/documents/verify'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { forgetLeftUploads } from '#kernel/uploads/forget'
import { PIECE_BYTES } from '#lib/uploads/pieces'
import { revokeDropBox } from '#web/uploads/drops/drop_boxes'
import { runDueJobs } from '#tests/helpers/jobs'
import { placeApart } from '#tests/world/journals'
import { begin, call, dropBox, pieceOf, put, sha256 } from './drop_visitor.js'

const MARK = Buffer.from('Une offre que le disque ne doit pas savoir')

/** A file of three pieces, of which the last is short. */
const someFile = () =>
  Buffer.concat([randomBytes(2 * PIECE_BYTES), Buffer.from(randomBytes(500).toString('hex')), MARK])

const OPENS_THE_BOX = 1
/** Two of them while the key of the member is of this very minute. */
const LOOKS = 3
const RECORDS = 2

const stateOf = async (url: string) => (await call('GET', url)).json() as Promise<any>
const keep = (url: string) => call('POST', `${url}/fin`)

function filesOf(tenantId: string): string[] {
  return ['t', 'u'].flatMap((folder) => {
    const root = join(documentsConfig.directory, folder, tenantId)
    try {
      return readdirSync(root, { recursive: true, encoding: 'utf8' })
        .map((name) => join(root, name))
        .filter((path) => statSync(path).isFile())
    } catch {
      return [] // nothing was ever kept there
    }
  })
}

const documentOf = (tenantId: string, digest: string) =>
  tenancy.run(tenantId, ({ trx }) =>
    trx.from('kernel.documents').where({ tenant_id: tenantId, sha256: digest }).first()
  )

test.group('A drop box', () => {
  test('takes pieces in any order and together, and gives a receipt of the whole', async ({
    assert,
  }) => {
    const tenantId = await placeApart()
    const { address } = await dropBox(tenantId)
    const file = someFile()
    const { status, url } = await begin(address, file.length)
    assert.equal(status, 201)
    const answers = await Promise.all([2, 0, 1].map((rank) => put(url, rank, pieceOf(file, rank))))
    assert.deepEqual(
      answers.map((answer) => answer.status),
      [204, 204, 204]
    )
    const receipt = await keep(url)
    assert.equal(receipt.status, 201)
    const said = await receipt.json()
    assert.deepInclude(said, { name: 'pli.bin', size: file.length, sha256: sha256(file) })
    assert.deepEqual(await (await keep(url)).json(), said, 'a second end gives the same receipt')
    const { id } = await documentOf(tenantId, sha256(file))
    assert.deepEqual(await tenancy.run(tenantId, () => documents.read(id)), file)
    for (const path of filesOf(tenantId)) assert.isFalse(readFileSync(path).includes(MARK))
    assert.deepEqual((await verifyDocuments([tenantId])).orphans, [])
  })

  test('asks little of the base for a piece', async ({ assert }) => {
    const { address } = await dropBox(await placeApart())
    const file = someFile()
    const { url } = await begin(address, file.length)
    await put(url, 0, pieceOf(file, 0))
    const sent = await exchangesOf(() => put(url, 1, pieceOf(file, 1)))
    assert.isAtMost(sent.length, OPENS_THE_BOX + LOOKS + RECORDS, sent.join('\n'))
  })

  test('says to another device what is missing, whatever order the pieces came in', async ({
    assert,
  }) => {
    const { address } = await dropBox(await placeApart())
    const file = someFile()
    const { url } = await begin(address, file.length)
    assert.deepEqual((await stateOf(url)).missing, [0, 1, 2])
    await put(url, 1, pieceOf(file, 1))
    assert.deepInclude(await stateOf(url), { received: 0, missing: [0, 2] })
    await put(url, 0, pieceOf(file, 0))
    assert.deepInclude(await stateOf(url), { received: 2 * PIECE_BYTES, missing: [2] })
    assert.equal((await keep(url)).status, 422, 'it is not whole')
  })

  test('takes the same piece again, and refuses another in its place', async ({ assert }) => {
    const { address } = await dropBox(await placeApart())
    const file = someFile()
    const { url } = await begin(address, file.length)
    const twice = await Promise.all([put(url, 0, pieceOf(file, 0)), put(url, 0, pieceOf(file, 0))])
    assert.deepEqual(
      twice.map(({ status }) => status),
      [204, 204]
    )
    const other = randomBytes(PIECE_BYTES)
    assert.equal((await put(url, 0, other)).status, 409)
    const both = await Promise.all([put(url, 1, other), put(url, 1, pieceOf(file, 1))])
    assert.sameMembers(
      both.map(({ status }) => status),
      [204, 409]
    )
  })

  test('refuses a piece that was hurt on its way, or that has not its size', async ({ assert }) => {
    const { address } = await dropBox(await placeApart())
    const file = someFile()
    const { url } = await begin(address, file.length)
    const digest = (bytes: Buffer) => ({
      'content-digest': `sha-256=:${Buffer.from(sha256(bytes), 'hex').toString('base64')}:`,
    })
    assert.equal((await put(url, 0, pieceOf(file, 0), digest(file))).status, 400)
    assert.equal(
      (await put(url, 0, pieceOf(file, 0), { 'content-digest': 'sha-256=x' })).status,
      400
    )
    assert.equal((await put(url, 0, pieceOf(file, 0).subarray(1))).status, 400)
    assert.equal((await put(url, 3, MARK)).status, 400)
    assert.equal((await put(url, 0, pieceOf(file, 0), digest(pieceOf(file, 0)))).status, 204)
  })

  test('speaks tus too, and takes an empty file', async ({ assert }) => {
    const { address } = await dropBox(await placeApart())
    const { url } = await begin(address, 30)
    const add = (offset: number, bytes: Buffer) =>
      call(
        'PATCH',
        url,
        { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
        bytes
      )
    assert.equal((await add(0, Buffer.alloc(10, 1))).status, 204)
    assert.equal((await add(0, Buffer.alloc(10, 1))).status, 409)
    assert.equal((await call('HEAD', url)).headers.get('upload-offset'), '10')
    assert.equal((await add(10, Buffer.alloc(20, 2))).status, 204)
    assert.equal(((await (await keep(url)).json()) as any).size, 30)
    const empty = await begin(address, 0)
    assert.deepInclude((await (await keep(empty.url)).json()) as object, {
      size: 0,
      sha256: sha256(Buffer.alloc(0)),
    })
  })

  test('holds a file to the digest that it was announced with', async ({ assert }) => {
    const { address } = await dropBox(await placeApart())
    const announce = (bytes: Buffer) =>
      begin(address, 10, 'a', `,sha256 ${Buffer.from(sha256(bytes)).toString('base64')}`)
    const bytes = Buffer.alloc(10, 7)
    const [right, wrong] = [await announce(bytes), await announce(MARK)]
    for (const { url } of [right, wrong]) await put(url, 0, bytes)
    assert.equal((await keep(right.url)).status, 201)
    assert.equal((await keep(wrong.url)).status, 409)
  })

  test('is bounded, and closed to who has not its token, at its hour or once revoked', async ({
    assert,
  }) => {
    const tenantId = await placeApart()
    const { id, token, address } = await dropBox(tenantId, { mostBytes: 100, mostFiles: 2 })
    assert.equal((await begin(address, 101)).status, 413)
    const { url } = await begin(address, 10)
    assert.equal((await begin(address, 10)).status, 201)
    assert.equal((await begin(address, 10)).status, 429)
    const other = await dropBox(await placeApart())
    const guess = `${token.slice(0, 30)}${other.token.slice(30)}`
    for (const box of [other.address, `/depot/${guess}`, '/depot/x']) {
      assert.equal((await call('GET', url.replace(address, box))).status, 404)
    }
    await tenancy.run(tenantId, () => revokeDropBox(id))
    assert.equal((await call('GET', url)).status, 404)
    assert.equal((await put(url, 0, Buffer.alloc(10))).status, 404)
    const late = await dropBox(tenantId)
    await master().rawQuery('update kernel.drop_boxes set closes_at = now() where id = ?', [
      late.id,
    ])
    assert.equal((await begin(late.address, 10)).status, 404)
  })

  test('forgets at its hour what was not ended, and keeps what was', async ({ assert }) => {
    const tenantId = await placeApart()
    const { address } = await dropBox(tenantId)
    const [file, left] = [someFile(), someFile()]
    const [kept, cut] = [await begin(address, file.length), await begin(address, left.length)]
    for (const rank of [0, 1, 2]) await put(kept.url, rank, pieceOf(file, rank))
    await put(cut.url, 0, pieceOf(left, 0))
    await keep(kept.url)
    assert.lengthOf(filesOf(tenantId), 4)
    await master().rawQuery('update kernel.uploads set expires_at = now() where tenant_id = ?', [
      tenantId,
    ])
    assert.equal((await call('GET', cut.url)).status, 404)
    await forgetLeftUploads()
    assert.lengthOf(filesOf(tenantId), 3)
    assert.deepInclude(await verifyDocuments([tenantId]), { objects: 1, altered: [], orphans: [] })
  })

  test('keeps once the bytes that came twice', async ({ assert }) => {
    const tenantId = await placeApart()
    const { address } = await dropBox(tenantId)
    const file = someFile()
    for (let n = 0; n < 2; n++) {
      const { url } = await begin(address, file.length)
      for (const rank of [0, 1, 2]) await put(url, rank, pieceOf(file, rank))
      assert.equal((await keep(url)).status, 201)
    }
    await runDueJobs(tenantId, 'kernel.forget_blob_file')
    assert.lengthOf(filesOf(tenantId), 3)
    assert.deepInclude(await verifyDocuments([tenantId]), { objects: 1, altered: [], orphans: [] })
  })
})
