import { test } from '@japa/runner'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { carry } from '#web/search/texts/carried'
import { placeApart } from '#tests/world/journals'

const THING = 'tests.thing'

test.group('Two documents of one thing whose texts are read at once', () => {
  test('are both written, and neither is undone for the other', async ({ assert }) => {
    const id = await placeApart()
    const kept = await tenancy.run(id, async () => [
      await documents.store(Buffer.from(`%PDF-1.4\n${id} 1`), { name: 'a.pdf' }),
      await documents.store(Buffer.from(`%PDF-1.4\n${id} 2`), { name: 'b.pdf' }),
    ])
    const carried = kept.map((one) => ({ id: one.id, isPublic: false }))
    const thing = uuidv7()
    await tenancy.run(id, () => carry(THING, thing, carried))
    const written = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    /** As whoever has read a text: it is written, then what carries it, in one transaction. */
    const note = (n: number) =>
      tenancy.run(id, async ({ trx }) => {
        const { sha256 } = kept[n]
        await trx
          .from('kernel.document_texts')
          .where({ tenant_id: id, sha256 })
          .update({ outcome: 'none' })
        written[n].resolve()
        await Promise.all(written.map(({ promise }) => promise))
        await carry(THING, thing, carried)
      })
    const ended = await Promise.allSettled([note(0), note(1)])
    const undone = ended.flatMap((end) => (end.status === 'rejected' ? [end.reason.code] : []))
    assert.deepEqual(undone, [])
  })
})
