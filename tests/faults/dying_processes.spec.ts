import { randomInt } from 'node:crypto'
import { test } from '@japa/runner'
import type { Kill } from './chaos.js'
import { randomFrom } from './chaos.js'
import type { ActeRow } from './clerks.js'
import { verdictOf } from './verdict.js'

interface Verdict {
  seed: number
  kills: Kill[]
  actes: ActeRow[]
  receivedByActe: Record<string, number>
  turning: Record<string, (number | null)[]>
  journal: { status: number; said: string }
}

const ACTES = process.env.FAULT_ACTES ?? '3'
const KILLS = process.env.FAULT_KILLS ?? '12'
/** One storm in two has its queues in Redis; FAULT_REDIS says which. */
const redis = process.env.FAULT_REDIS === undefined ? null : process.env.FAULT_REDIS === '1'
const seed = Number(process.env.FAULT_SEED ?? randomInt(1, 2 ** 31))

const townHallAtWork = () =>
  verdictOf<Verdict>('tests/faults/program.ts', [
    `--seed=${seed}`,
    `--actes=${ACTES}`,
    `--kills=${KILLS}`,
    ...((redis ?? seed % 2 === 1) ? ['--redis'] : []),
  ])

test.group(`A platform whose processes die (seed ${seed})`, (group) => {
  let verdict: Verdict
  group.tap((one) => one.timeout(1_200_000))
  group.setup(async () => {
    verdict = await townHallAtWork()
  })

  test('every acte reaches the archive', ({ assert }) => {
    const sent = verdict.actes.filter(({ state }) => state !== 'draft')
    assert.isAtLeast(sent.length, Number(ACTES))
    assert.deepEqual([...new Set(sent.map(({ state }) => state))], ['archived'])
    assert.lengthOf(verdict.kills, Number(KILLS))
  })

  test('the ministry has accepted exactly one transmission of each', ({ assert }) => {
    const sent = verdict.actes.filter(({ state }) => state !== 'draft')
    for (const { identifier } of sent)
      assert.equal(verdict.receivedByActe[identifier!], 1, identifier!)
    assert.lengthOf(Object.keys(verdict.receivedByActe), sent.length)
  })

  test('no process turns round once all is done', ({ assert }) => {
    assert.deepEqual(verdict.turning, {})
  })

  test('the journal verifies', ({ assert }) => {
    assert.equal(verdict.journal.status, 0, verdict.journal.said)
  })
})

test.group('The draw of the storms', () => {
  test('is decided by its seed', ({ assert }) => {
    const draw = (from: number) => Array.from({ length: 5 }, randomFrom(from))
    assert.deepEqual(draw(42), draw(42))
    assert.notDeepEqual(draw(42), draw(43))
    assert.isTrue(draw(7).every((one) => one >= 0 && one < 1))
  })
})
