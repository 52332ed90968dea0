import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { decryptWhole, encryptedSize } from '#lib/cipher/cipher'
import type { KeyRing } from '#lib/cipher/file_keys'
import { folderStore } from '#lib/store/folder_store'
import { digestOf, encryptedParts } from '#lib/uploads/apart'
import { judgePieces, type PieceFolder, writePiece } from '#lib/uploads/piece_files'
import { pieceAt, pieceKey, type PlacedPiece } from '#lib/uploads/pieces'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const ring: KeyRing = { current: 1, keys: new Map([[1, randomBytes(32)]]) }

/** Bytes as they stand in room that is lent. */
function shared(bytes: Buffer): Buffer {
  const room = Buffer.from(new SharedArrayBuffer(bytes.length))
  bytes.copy(room)
  return room
}

test.group('A piece in room that is lent', () => {
  for (const size of [1, 65_536, 65_537, 200_000]) {
    test(`is encrypted where it stands, and opens as it was (${size})`, async ({ assert }) => {
      const plain = randomBytes(size)
      const [room, identity] = [shared(plain), { tenantId: 't', storageKey: 'k', sha256: 's' }]
      assert.equal(await digestOf(room), sha256(plain))
      const file = Buffer.concat([...(await encryptedParts(ring, identity, room))])
      assert.equal(file.length, encryptedSize(size))
      assert.isFalse(room.equals(plain))
      assert.deepEqual(decryptWhole(ring, identity, file), plain)
    })
  }
})

test.group('The digest of a file in pieces', (group) => {
  let root: string
  group.each.setup(async () => {
    root = await mkdtemp(join(tmpdir(), 'pieces-'))
    return () => rm(root, { recursive: true })
  })
  const folder = (name: string): PieceFolder => ({
    store: folderStore(root),
    tenantId: 't',
    folder: name,
    ring,
  })

  /** A file of three pieces that has come at once. */
  async function came(at: PieceFolder) {
    const parts = [100_000, 100_000, 5].map((size) => randomBytes(size))
    const pieces: PlacedPiece[] = await Promise.all(
      parts.map((bytes, rank) => pieceAt(rank * 100_000, bytes))
    )
    await Promise.all(pieces.map((piece, rank) => writePiece(at, piece, shared(parts[rank]))))
    return { pieces, whole: Buffer.concat(parts) }
  }

  test('is that of its bytes, whoever ends another at the same time', async ({ assert }) => {
    const places = ['a', 'b', 'c'].map(folder)
    const files = await Promise.all(places.map(came))
    const judged = await Promise.all(files.map(({ pieces }, n) => judgePieces(places[n], pieces)))
    for (const [n, { sha256: digest, head }] of judged.entries()) {
      assert.equal(digest, sha256(files[n].whole))
      assert.deepEqual(head, files[n].whole.subarray(0, head.length))
    }
    assert.isFalse((await readdir(join(root, 'a'))).some((name) => name.endsWith('.part')))
  })

  test('is refused where a piece is altered, and taken anew of the next file', async ({
    assert,
  }) => {
    const at = folder('a')
    const { pieces, whole } = await came(at)
    const path = join(root, pieceKey(at.folder, pieces[1]))
    const sealed = await at.store.get(pieceKey(at.folder, pieces[1]))
    await writeFile(path, sealed.subarray(0, -1))
    await assert.rejects(() => judgePieces(at, pieces), /altéré/)
    await writeFile(path, sealed)
    assert.equal((await judgePieces(at, pieces)).sha256, sha256(whole))
  })

  test('is that of nothing where there is none', async ({ assert }) => {
    assert.equal((await judgePieces(folder('a'), [])).sha256, sha256(Buffer.alloc(0)))
  })
})
