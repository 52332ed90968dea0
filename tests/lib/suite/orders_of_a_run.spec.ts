import { test } from '@japa/runner'
import { inOrder, shuffled } from '#tests/order'

const FILES = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `tests/lib/${name}.spec.ts`)

test.group('The order of the files of a run', () => {
  test('is one for each seed, with every file in it once', ({ assert }) => {
    const orders = ['1', '2', '3'].map((seed) => shuffled(FILES, seed))
    for (const order of orders) assert.deepEqual(order.toSorted(), FILES)
    assert.deepEqual(shuffled(FILES.toReversed(), '1'), orders[0], 'whatever order they come in')
    assert.equal(new Set(orders.map(String)).size, 3)
  })

  test('keeps its ranks when a file goes, so that a failure is looked for among fewer', ({
    assert,
  }) => {
    const order = shuffled(FILES, 'x')
    const [first, ...others] = order
    assert.deepEqual(shuffled(others, 'x'), others)
    assert.notInclude(others, first)
  })

  test('is that of their paths where nobody asks for another', ({ assert }) => {
    const suites = [{ name: 'pure', files: ['tests/lib/suite/*.spec.ts'] }]
    assert.deepEqual(inOrder(suites, ''), suites)
  })

  test('is given to Japa as the files themselves', async ({ assert }) => {
    const [suite] = inOrder([{ name: 'pure', files: ['tests/lib/suite/*.spec.ts'] }], '7')
    const files = suite.files as unknown as () => Promise<URL[]>
    const found = await files()
    assert.include(
      found.map(({ href }) => href),
      import.meta.url
    )
  })
})
