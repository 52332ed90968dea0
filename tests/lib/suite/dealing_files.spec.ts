import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { LONGEST } from '../../../bin/suite/longest.mjs'
import { deal, suiteOf, weightOf } from '../../../bin/suite/plan.mjs'
import { processorSeconds } from '../../../bin/suite/processor.mjs'

/** Seconds of each file, in three suites. */
const FILES: Record<string, number> = {
  'tests/kernel/long.spec.ts': 9,
  'tests/kernel/middle.spec.ts': 5,
  'tests/kernel/short.spec.ts': 3,
  'tests/actes/long.spec.ts': 8,
  'tests/actes/short.spec.ts': 7,
  'tests/browser/platform.spec.ts': 4,
  'tests/browser/page.spec.ts': 4,
  'tests/faults/storm.spec.ts': 6,
  'tests/faults/streams.spec.ts': 6,
}
const weigh = (file: string) => FILES[file]
const isDear = (file: string) => /platform|storm/.test(file)
const dealt = (count: number) => deal(Object.keys(FILES), count, weigh, isDear)

test.group('The files of a run', () => {
  test('are all dealt, once, in the order of their paths', ({ assert }) => {
    for (const count of [1, 2, 3]) {
      const hands = dealt(count)
      assert.deepEqual(hands.flat().toSorted(), Object.keys(FILES).toSorted())
      for (const hand of hands) assert.deepEqual(hand, hand.toSorted())
    }
  })

  test('give each suite to both runners, about as much to one as to the other', ({ assert }) => {
    const shares = dealt(2).map((hand) =>
      Object.entries(Object.groupBy(hand, suiteOf)).map(([suite, files]) => [
        suite,
        files!.reduce((sum, file) => sum + weigh(file), 0),
      ])
    )
    const [one, other] = shares.map((share) => Object.fromEntries(share))
    assert.deepEqual([one.kernel, other.kernel], [9, 8])
    assert.deepEqual([one.rooms, other.rooms], [7, 8])
    assert.deepEqual([one.browser, other.browser], [4, 4])
  })

  test('that open a whole platform go to one runner, whatever their suite', ({ assert }) => {
    const hands = dealt(2).filter((hand) => hand.some(isDear))
    assert.lengthOf(hands, 1)
    assert.lengthOf(hands[0].filter(isDear), 2)
  })

  test('are weighed by their last run, else by what is known of the longest', ({ assert }) => {
    for (const [file, seconds] of Object.entries(LONGEST)) {
      assert.isTrue(existsSync(file), file)
      assert.equal(weightOf(file, {}), seconds * 1_000)
      assert.equal(weightOf(file, { [file]: 7 }), 7)
    }
  })

  test('leave no runner without any', ({ assert }) => {
    assert.deepEqual(deal(['tests/actes/long.spec.ts'], 2, weigh, isDear), [
      ['tests/actes/long.spec.ts'],
    ])
  })
})

test.group('What a run has computed', () => {
  test('counts this process, and the children whose end it has seen', ({ assert, cleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), 'halle-stat-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    const stat = join(folder, 'stat')
    writeFileSync(stat, '7 (node (a) b) S 1 7 7 0 -1 4194304 9 9 0 0 250 50 1200 300 20 0 11 0')
    assert.equal(processorSeconds(stat), 18)
    assert.isAbove(processorSeconds()!, 0)
    assert.isNull(processorSeconds(join(folder, 'none')))
  }).skip(process.platform !== 'linux', 'this machine counts elsewhere')
})
