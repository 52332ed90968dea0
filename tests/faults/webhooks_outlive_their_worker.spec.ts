import { test } from '@japa/runner'
import { verdictOf } from './verdict.js'

interface Verdict {
  struck: string[]
  received: { id: string; type: string; signed: boolean; answered: boolean }[]
  facts: { id: string; type: string }[]
}

test.group('A circuit told to another program while the worker dies', (group) => {
  let verdict: Verdict
  group.tap((one) => one.timeout(1_200_000))
  group.setup(async () => {
    verdict = await verdictOf<Verdict>('tests/faults/webhook_program.ts', [])
  })
  const idOf = ({ id }: { id: string }) => `msg_${id.replaceAll('-', '')}`

  test('the worker died before an answer, and just after one', ({ assert }) => {
    assert.deepEqual(verdict.struck, ['received', 'answered', 'received', 'answered'])
  })

  test('no fact is missing, and none is told that did not happen', ({ assert }) => {
    const arrived = verdict.received.filter(({ answered }) => answered).map(({ id }) => id)
    assert.isAtLeast(verdict.facts.length, 4)
    assert.sameMembers([...new Set(arrived)], verdict.facts.map(idOf))
  })

  test('a fact that is told twice bears its own identifier, and its signature', ({ assert }) => {
    const types = new Map(verdict.facts.map((fact) => [idOf(fact), fact.type]))
    for (const { id, type, signed } of verdict.received) {
      assert.equal(types.get(id), type)
      assert.isTrue(signed)
    }
    assert.isAbove(verdict.received.length, verdict.facts.length)
  })
})
