import { test } from '@japa/runner'
import { pageOf } from '#lib/page_of'
import { pageAfter } from '#web/cursor'

const rows = (count: number) => Array.from({ length: count }, (_, rank) => ({ id: `n${rank}` }))

test.group('A page of rows', () => {
  test('says after which one there is more, and shows no more than it may', ({ assert }) => {
    assert.deepEqual(pageOf(rows(3), 2), { shown: rows(2), next: 'n1' })
    assert.deepEqual(pageOf(rows(2), 2), { shown: rows(2), next: null })
    assert.deepEqual(pageOf(rows(0), 2), { shown: [], next: null })
  })

  test('leads to the next by its address, and nowhere after the last', ({ assert }) => {
    assert.equal(pageAfter('n1'), '?apres=n1')
    assert.equal(pageAfter('n1', '/taches'), '/taches?apres=n1')
    assert.isNull(pageAfter(null))
  })
})
