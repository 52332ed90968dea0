import { test } from '@japa/runner'
import { verifyDocuments } from '#console/documents/verify'
import { uuidv7 } from '#lib/values'
import { asOwner, placeApart } from '#tests/world/journals'

test.group('A deposit of which the base has lost a document', () => {
  test('is told as missing, by what it refers to', async ({ assert }) => {
    const [id, lost] = [await placeApart(), uuidv7()]
    await asOwner(
      `insert into archiving.deposits (tenant_id, id, origin_capability, origin_id, destination,
         agreement, message_identifier, title, description, sip_document_id)
       values (?, gen_random_uuid(), 'tests', 'x', 'internal', 'a', 'm', 'x', '{}', ?)`,
      [id, lost]
    )
    const { missing } = await verifyDocuments([id])
    assert.deepEqual(missing, [{ sha256: null, room: 'archiving', name: lost }])
  })
})
