import { randomBytes } from 'node:crypto'
import { copyFile, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { documentsConfig } from '#config/documents'
import { documents } from '#kernel/documents'
import { encrypting } from '#lib/cipher/cipher'
import { IN_MEMORY } from '#kernel/documents/intake'
import { tenantKeys } from '#kernel/documents/keys'
import { tenancy } from '#kernel/tenancy'
import { firstCipher } from '#tests/helpers/first_cipher'
import { documentsStore } from '#kernel/documents/store'
import { type PieceFolder, readPieces, writePiece } from '#lib/uploads/piece_files'
import { pieceAt, pieceKey, type PlacedPiece } from '#lib/uploads/pieces'
import { uuidv7 } from '#lib/values'
import { placeApart } from '#tests/world/journals'
import { asBefore, exchange, rest } from '#tests/world/resting_files'

const read = (tenantId: string, id: string) => tenancy.run(tenantId, () => documents.read(id))
const ALTERED = /il a été altéré là où il est conservé/

/** Reads as far as it goes, and keeps what came out of it. */
async function whatComesOut(tenantId: string, id: string): Promise<Buffer> {
  const parts: Buffer[] = []
  try {
    for await (const part of await tenancy.run(tenantId, () => documents.open(id))) parts.push(part)
  } catch {
    // what came before the error is what the test looks at
  }
  return Buffer.concat(parts)
}

test.group('Two files of one size, exchanged on the disk', () => {
  for (const size of [1000, 200_000, 700_000, IN_MEMORY + 1]) {
    test(`open as neither, and not a byte of the other comes out (${size})`, async ({ assert }) => {
      const id = await placeApart()
      const plain = [randomBytes(size), randomBytes(size)]
      const [one, other] = [await rest(id, plain[0]), await rest(id, plain[1])]
      await exchange(one, other)
      for (const { id: documentId } of [one, other]) {
        await assert.rejects(() => read(id, documentId), ALTERED)
        assert.lengthOf(await whatComesOut(id, documentId), 0)
      }
      await exchange(one, other)
      assert.deepEqual(await read(id, one.id), plain[0])
    })

    test(`open as neither in the old format too (${size})`, async ({ assert }) => {
      const id = await placeApart()
      const plain = [randomBytes(size), randomBytes(size)]
      const [one, other] = [await rest(id, plain[0]), await rest(id, plain[1])]
      await asBefore(id, one, plain[0])
      await asBefore(id, other, plain[1])
      assert.deepEqual(await read(id, one.id), plain[0])
      await exchange(one, other)
      await assert.rejects(() => read(id, one.id), ALTERED)
      assert.lengthOf(await whatComesOut(id, other.id), 0)
    })
  }

  test('are told to the operator', async ({ client, assert }) => {
    const id = await placeApart()
    const [one, other] = [await rest(id, randomBytes(500)), await rest(id, randomBytes(500))]
    await exchange(one, other)
    const told = async () =>
      Number(
        /^halle_documents_damaged_total (\d+)/m.exec((await client.get('/metrics')).text())?.[1] ??
          0
      )
    const before = await told()
    await assert.rejects(() => read(id, one.id), ALTERED)
    assert.equal(await told(), before + 1)
  })
})

test.group('A file at rest', () => {
  test('does not open as a document of another size, an old file, a lost one', async ({
    assert,
  }) => {
    const id = await placeApart()
    const plain = randomBytes(3000)
    const [one, larger] = [await rest(id, plain), await rest(id, randomBytes(9000))]
    await copyFile(larger.path, one.path)
    await assert.rejects(() => read(id, one.id), ALTERED)
    // An old file of the same plain text, which opened once: the row says that it is not one.
    const old = await rest(id, randomBytes(3000))
    const { keys } = await tenancy.run(id, () => tenantKeys())
    await writeFile(old.path, firstCipher(plain, keys.get(1)!))
    await assert.rejects(() => read(id, old.id), ALTERED)
    await rm(larger.path)
    await assert.rejects(() => read(id, larger.id), /n’est plus là où il est conservé/)
  })

  test('whose frames are put in another order, cut, repeated, or joined does not open', async ({
    assert,
  }) => {
    const id = await placeApart()
    const { id: documentId, path } = await rest(id, randomBytes(4 * 65_536))
    const whole = await readFile(path)
    const frame = (rank: number) => whole.subarray(40 + rank * 65_552, 40 + (rank + 1) * 65_552)
    const header = whole.subarray(0, 40)
    const altered = [
      [header, frame(1), frame(0), frame(2), frame(3)],
      [header, frame(0), frame(1), frame(2)],
      [header, frame(0), frame(1), frame(2), frame(2), frame(3)],
      [whole, whole.subarray(40)],
      [whole.subarray(0, 20)],
      [Buffer.alloc(0)],
    ]
    for (const parts of altered) {
      await writeFile(path, Buffer.concat(parts))
      await assert.rejects(() => read(id, documentId), ALTERED)
    }
  })

  test('never shares a key with another, even of the same bytes', async ({ assert }) => {
    const id = await placeApart()
    const plain = Buffer.alloc(1000, 7)
    const { path } = await rest(id, plain)
    const ring = await tenancy.run(id, () => tenantKeys())
    const identity = { tenantId: id, storageKey: 'ailleurs', sha256: '' }
    const again = encrypting(ring, identity)
    again.end(plain)
    const salts = [await readFile(path), again.read() as Buffer].map((bytes) =>
      bytes.subarray(8, 40).toString('hex')
    )
    assert.notEqual(salts[0], salts[1])
    assert.equal((await stat(path)).size, 40 + 1000 + 16)
  })
})

test.group('The pieces of a file on its way', () => {
  test('open at their rank of their upload only', async ({ assert }) => {
    const id = await placeApart()
    const pieceOf = async (bytes: Buffer, rank: number) => ({
      bytes,
      piece: await pieceAt(rank * 100, bytes),
    })
    const [first, second] = await Promise.all([randomBytes(100), randomBytes(100)].map(pieceOf))
    const both = [first.piece, second.piece]
    const placeOf = async (upload: string) => ({
      store: await documentsStore(),
      tenantId: id,
      folder: `u/${id}/${upload}`,
      ring: await tenancy.run(id, () => tenantKeys()),
    })
    const [mine, hers] = [await placeOf(uuidv7()), await placeOf(uuidv7())]
    const pathOf = (at: PieceFolder, piece: PlacedPiece) =>
      join(documentsConfig.directory, pieceKey(at.folder, piece))
    const pieces = async (at: PieceFolder) =>
      Buffer.concat(await Array.fromAsync(readPieces(at, both)))
    for (const at of [mine, hers]) {
      await writePiece(at, first.piece, first.bytes)
      await writePiece(at, second.piece, second.bytes)
    }
    assert.deepEqual(await pieces(mine), Buffer.concat([first.bytes, second.bytes]))
    await copyFile(pathOf(mine, first.piece), pathOf(hers, first.piece))
    await assert.rejects(() => pieces(hers), ALTERED)
    await copyFile(pathOf(mine, first.piece), pathOf(mine, second.piece))
    await assert.rejects(() => pieces(mine), ALTERED)
  })
})
