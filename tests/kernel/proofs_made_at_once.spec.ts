import { test } from '@japa/runner'
import { sealJournal } from '#kernel/journal/sealing'
import { uuidv7 } from '#lib/values'
import { proofOf } from '#web/seals/proof_of'
import { gatedAuthority } from '#tests/helpers/gated_authority'
import { testTrust } from '#tests/helpers/trust'
import { placeApart, writeEntries } from '#tests/world/journals'

test.group('The proof of what was written while another process sealed', () => {
  test('holds it too, under the next seal', async ({ assert, cleanup }) => {
    await testTrust()
    const [id, subject] = [await placeApart(), uuidv7()]
    const [asked, asksToo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    await writeEntries(id, subject, 1)
    await gatedAuthority(cleanup, async (request) => {
      if (request === 1) asked.resolve()
      if (request === 1) return asksToo.promise
      asksToo.resolve()
      await other
    })
    const other = sealJournal(id)
    await asked.promise
    await writeEntries(id, subject, 1)
    const bundle = await proofOf(id, [{ capability: 'tests', type: 'thing', id: subject }], [])
    assert.isTrue(await other)
    assert.lengthOf(bundle.entries, 2)
    assert.deepEqual(
      bundle.entries.map(({ inclusion }) => inclusion.seal),
      [1, 2]
    )
  })
})
