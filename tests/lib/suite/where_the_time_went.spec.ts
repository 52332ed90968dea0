import { test } from '@japa/runner'
import { elapsedOf, slowestOf } from '../../../bin/suite/facts.mjs'
import { suiteOf } from '../../../bin/suite/plan.mjs'

test.group('Where the time of a run went', () => {
  test('is said by suite, the longest file first, with all of its groups', ({ assert }) => {
    const facts = [
      { file: 'tests/actes/a.spec.ts', ms: 2_000 },
      { file: 'tests/portal/b.spec.ts', ms: 3_000 },
      { file: 'tests/actes/a.spec.ts', ms: 1_500 },
      { file: 'tests/lib/c.spec.ts', ms: 1_200 },
      { suite: 'rooms' },
    ]
    assert.deepEqual(slowestOf(facts, suiteOf), [
      {
        suite: 'rooms',
        files: [
          { file: 'tests/actes/a.spec.ts', ms: 3_500 },
          { file: 'tests/portal/b.spec.ts', ms: 3_000 },
        ],
      },
      { suite: 'pure', files: [{ file: 'tests/lib/c.spec.ts', ms: 1_200 }] },
    ])
  })

  test('tells what was computed of it, so that what was waited for shows', ({ assert }) => {
    const facts = [
      { file: 'tests/ged/a.spec.ts', ms: 9_000, cpu: 800 },
      { file: 'tests/ged/a.spec.ts', ms: 2_000, cpu: 100 },
    ]
    const [{ files }] = slowestOf(facts, suiteOf)
    assert.deepEqual(files, [{ file: 'tests/ged/a.spec.ts', ms: 11_000, cpu: 900 }])
  })

  test('stops at a few, and says nothing of what took no time', ({ assert }) => {
    const facts = [1, 2, 3].map((at) => ({ file: `tests/lib/${at}.spec.ts`, ms: at * 1_000 }))
    const [{ files }] = slowestOf(facts, suiteOf, { most: 2 })
    assert.deepEqual(
      files.map(({ ms }) => ms),
      [3_000, 2_000]
    )
    assert.deepEqual(slowestOf([{ file: 'tests/lib/x.spec.ts', ms: 400 }], suiteOf), [])
  })

  test('of a suite that two runners share is that of the longer, whatever the other did meanwhile', ({
    assert,
  }) => {
    const fact = (suite: string, at: number) => ({ suite, at })
    const one = [
      fact('pure', 0),
      fact('pure', 60_000),
      fact('rooms', 61_000),
      fact('rooms', 90_000),
    ]
    const other = [fact('rooms', 10_000), fact('rooms', 30_000)]
    assert.deepEqual(elapsedOf([one, other]), [
      { suite: 'pure', seconds: 60 },
      { suite: 'rooms', seconds: 29 },
    ])
  })
})
