import { test } from '@japa/runner'
import { journal } from '#kernel/journal'
import { ownMeans } from '#console/journal/own_means'
import { verifyJournal } from '#console/journal/verify'
import { SYSTEM } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { place } from '#tests/world/world'

const write = (id: string, n: number) =>
  journal.append({
    type: 'tests.thing_changed',
    subject: { capability: 'tests', type: 'thing', id },
    actor: SYSTEM,
    data: { n, at: '2026-11-22' },
  })

test.group('The journal of a tenant', () => {
  test('chains entries that many requests write at once, without a hole', async ({ assert }) => {
    const { id } = await place('kervalan')
    const subject = uuidv7()
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => tenancy.run(id, () => write(subject, n)))
    )
    const means = await ownMeans()
    const verdict = await tenancy.run(id, () => verifyJournal(means))
    assert.deepEqual(verdict.problems, [])
    assert.isAtLeast(verdict.entries, 20)
  })

  test('forgets what a rolled back transaction wrote', async ({ assert }) => {
    const { id } = await place('kervalan')
    const subject = { capability: 'tests', type: 'thing', id: uuidv7() }
    const failing = tenancy.run(id, async () => {
      await write(subject.id, 1)
      throw new Error('boom')
    })
    await assert.rejects(() => failing, 'boom')
    assert.deepEqual(await tenancy.run(id, () => journal.entriesOf(subject)), [])
  })

  test('refuses to be rewritten, even by ourselves', async ({ assert }) => {
    const { id } = await place('kervalan')
    const subject = uuidv7()
    await tenancy.run(id, () => write(subject, 1))
    const rewriting = tenancy.run(id, ({ trx }) =>
      trx.rawQuery(`update kernel.journal_entries set data = '{}' where subject_id = ?`, [subject])
    )
    await assert.rejects(() => rewriting, /permission denied/)
  })
})
