import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { verifyDocuments } from '#console/documents/verify'
import { asOwner, placeApart } from '#tests/world/journals'
import { rest } from '#tests/world/resting_files'

test.group('A file of the actes of which a byte was flipped', () => {
  test('is named with the room that refers to it', async ({ assert }) => {
    const id = await placeApart()
    const { id: documentId, path, sha256 } = await rest(id, randomBytes(300))
    await asOwner(
      `insert into actes.classifications (tenant_id, id, date, document_id, content, received_at)
       values (?, gen_random_uuid(), '2026-01-05', ?, '{}', now())`,
      [id, documentId]
    )
    const bytes = await readFile(path)
    bytes[100] ^= 1
    await writeFile(path, bytes)
    const { altered } = await verifyDocuments([id])
    assert.deepEqual(altered, [{ sha256, room: 'actes', name: 'a.bin' }])
  })
})
