import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { live } from '#web/live'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { follow } from '#tests/helpers/streams'
import { crowd } from '#tests/world/crowd'
import { place } from '#tests/world/world'

const PEOPLE = 250
const EACH = 8

test.group('Two thousand pages that wait for news', (group) => {
  group.tap((one) => one.timeout(240_000))

  test('hold no connection, let others work, and are all told', async ({ client, assert }) => {
    const { id } = await place('kervalan')
    const subject = { capability: 'actes', type: 'acte', id: uuidv7() }
    const people = await crowd(PEOPLE)
    const before = live.count()
    const opened = []
    for (const who of people) {
      const query = `?voir=${subject.id}`
      opened.push(
        ...(await Promise.all(Array.from({ length: EACH }, () => follow(who, 'kervalan', query))))
      )
    }
    assert.deepEqual([...new Set(opened.map(({ answer }) => answer.status))], [200])
    assert.equal(live.count() - before, PEOPLE * EACH)
    const page = await client.get('/c/kervalan/actes').loginAs(people[0])
    page.assertStatus(200)
    await tenancy.run(id, () =>
      journal.append({ type: 'actes.tested', subject, actor: SYSTEM, data: {} })
    )
    const heard = await Promise.all(opened.map((one) => one.hear(subject.id)))
    assert.lengthOf(
      heard.filter((said) => said.includes(subject.id)),
      PEOPLE * EACH
    )
    opened.forEach((one) => one.leave())
  })
})
