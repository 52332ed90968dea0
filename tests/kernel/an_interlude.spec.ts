import { test } from '@japa/runner'
import { documents } from '#kernel/documents'
import { interlude } from '#web/interlude'
import { tenancy } from '#kernel/tenancy'
import { placeApart, writeEntries } from '#tests/world/journals'
import { uuidv7 } from '#lib/values'

const keep = (word: string) => documents.store(Buffer.from(word), { name: word })
const names = async (tenantId: string) =>
  tenancy.run(tenantId, async ({ trx }) =>
    (await trx.from('kernel.documents').orderBy('name').select('name')).map(({ name }) => name)
  )

test.group('Long work in the middle of a request', () => {
  test('holds no connection, and goes on in the same tenant', async ({ assert }) => {
    const tenantId = await placeApart()
    const answer = await tenancy.run(tenantId, async ({ trx }) => {
      await keep('avant')
      return interlude(
        async () => {
          assert.isUndefined(tenancy.current())
          assert.isTrue(trx.isCompleted)
          return names(tenantId)
        },
        async (seen) => {
          assert.equal(tenancy.tenantId(), tenantId)
          await keep('après')
          return seen
        }
      )
    })
    assert.deepEqual(answer, ['avant'])
    assert.deepEqual(await names(tenantId), ['après', 'avant'])
  })

  test('that fails leaves what was before it, and nothing of what follows', async ({ assert }) => {
    const tenantId = await placeApart()
    const failing = tenancy.run(tenantId, async () => {
      await keep('avant')
      return interlude(
        async () => 1,
        async () => {
          await keep('après')
          throw new Error('trop tard')
        }
      )
    })
    await assert.rejects(() => failing, 'trop tard')
    assert.deepEqual(await names(tenantId), ['avant'])
    await writeEntries(tenantId, uuidv7(), 1) // the connections are sound
  })
})
