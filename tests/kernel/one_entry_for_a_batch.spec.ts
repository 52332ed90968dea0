import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { ownMeans } from '#console/journal/own_means'
import { verifyJournal } from '#console/journal/verify'
import { journal } from '#kernel/journal'
import { appendBatch } from '#kernel/journal/batch'
import { lineProofsOf } from '#web/seals/line_proofs'
import { tenancy } from '#kernel/tenancy'
import { isLineOf, type BatchSummary } from '#lib/proof'
import { uuidv7 } from '#lib/values'
import { testTrust } from '#tests/helpers/trust'
import { asOwner, placeApart } from '#tests/world/journals'

const things = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: uuidv7(),
    data: { sha256: `${n}`, at: '2026-11-29' },
  }))

async function batchOf(tenantId: string, count: number) {
  const subject = { capability: 'tests', type: 'import', id: uuidv7() }
  const lines = things(count)
  await tenancy.run(tenantId, () =>
    appendBatch({ type: 'tests.files_imported', subject, actor: SYSTEM, lines })
  )
  const entries = await tenancy.run(tenantId, () => journal.entriesOf(subject))
  return { lines, entries }
}

test.group('Many facts told by one entry of the journal', () => {
  for (const count of [1, 2, 7, 300]) {
    test(`are one entry, and each of the ${count} is proven by itself`, async ({ assert }) => {
      const tenantId = await placeApart()
      const { lines, entries } = await batchOf(tenantId, count)
      assert.lengthOf(entries, 1)
      const summary = entries[0].data as unknown as BatchSummary
      assert.equal(summary.lines, count)
      for (const line of [lines[0], lines[count - 1]]) {
        const [proof] = await tenancy.run(tenantId, () => lineProofsOf(line.id))
        assert.deepEqual(proof.line, line)
        assert.isTrue(isLineOf(proof, summary))
        const other = { ...proof, line: { ...line, data: { sha256: 'autre' } } }
        assert.isFalse(isLineOf(other, summary))
        assert.isFalse(isLineOf(proof, { ...summary, lines: count + 1 }))
      }
    })
  }

  test('hold no more once a line is changed, and the journal holds all the same', async ({
    assert,
  }) => {
    await testTrust()
    const tenantId = await placeApart()
    const { lines, entries } = await batchOf(tenantId, 5)
    await asOwner(
      `update kernel.journal_batch_lines set data = '{"sha256": "9"}' where tenant_id = ? and rank = 2`,
      [tenantId]
    )
    const summary = entries[0].data as unknown as BatchSummary
    const [changed] = await tenancy.run(tenantId, () => lineProofsOf(lines[2].id))
    const [sound] = await tenancy.run(tenantId, () => lineProofsOf(lines[3].id))
    assert.isFalse(isLineOf(changed, summary))
    assert.isTrue(isLineOf(sound, summary))
    const means = await ownMeans()
    const { problems } = await tenancy.run(tenantId, () => verifyJournal(means))
    assert.deepEqual(problems, [])
  })

  test('are added and read, never changed by the house itself', async ({ assert }) => {
    const tenantId = await placeApart()
    await batchOf(tenantId, 2)
    for (const change of [
      'update kernel.journal_batch_lines set rank = 9',
      'delete from kernel.journal_batch_lines',
    ]) {
      await assert.rejects(
        () => tenancy.run(tenantId, ({ trx }) => trx.rawQuery(change)),
        /permission denied/
      )
    }
  })
})
