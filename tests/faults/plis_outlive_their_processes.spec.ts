import { randomInt } from 'node:crypto'
import { test } from '@japa/runner'
import { verdictOf } from './verdict.js'

interface Asked {
  pli: string
  status: number
  receipt: { digest: string; receivedAt: string; late: boolean }
}

interface Verdict {
  kills: string[]
  receipts: {
    pli: string
    digest: string
    documents: Record<string, string>
    receipt: Asked['receipt']
  }[]
  again: Asked[]
  heardAgain: Asked[]
  counted: {
    id: string
    state: string
    files: { envelope: string; name: string; sha256: string }[]
  }[]
  states: Record<string, number>
}

const DEPOSITS = process.env.FAULT_DEPOSITS ?? '100'
const KILLS = process.env.FAULT_DEPOSIT_KILLS ?? '3'
const seed = Number(process.env.FAULT_SEED ?? randomInt(1, 2 ** 31))

test.group(`Plis deposited while processes die (seed ${seed})`, (group) => {
  let verdict: Verdict
  group.tap((one) => one.timeout(1_200_000))
  group.setup(async () => {
    verdict = await verdictOf<Verdict>('tests/faults/deposit_program.ts', [
      `--seed=${seed}`,
      `--deposits=${DEPOSITS}`,
      `--kills=${KILLS}`,
    ])
  })
  const countedBy = () => new Map(verdict.counted.map((one) => [one.id, one]))

  test('web, worker and database died while receipts were asked', ({ assert }) => {
    assert.lengthOf(verdict.kills, Number(KILLS))
    assert.sameMembers([...new Set(verdict.kills)], ['web', 'worker', 'postgres'])
    assert.lengthOf(verdict.receipts, Number(DEPOSITS))
  })

  test('each receipt that was given is of a pli that opens, byte for byte', ({ assert }) => {
    const counted = countedBy()
    for (const { pli, digest, documents, receipt } of verdict.receipts) {
      assert.equal(receipt.digest, digest)
      assert.isFalse(receipt.late)
      const { state, files } = counted.get(pli)!
      assert.equal(state, 'opened', pli)
      const opened = files.map(({ envelope, name, sha256 }) => [`${envelope}/${name}`, sha256])
      assert.deepEqual(Object.fromEntries(opened), documents)
    }
  })

  test('a receipt that is asked for again is the same', ({ assert }) => {
    const given = new Map(verdict.receipts.map(({ pli, receipt }) => [pli, receipt]))
    for (const { pli, status, receipt } of verdict.again) {
      assert.equal(status, 200)
      assert.deepEqual(receipt, given.get(pli))
    }
  })

  test('no pli counts without a receipt: not one whose company never deposited it', ({
    assert,
  }) => {
    const known = new Set([...verdict.receipts, ...verdict.heardAgain].map(({ pli }) => pli))
    assert.deepEqual(
      verdict.counted.filter(({ id }) => !known.has(id)).map(({ id }) => id),
      []
    )
    // Who went away before the answer finds her receipt again, as it was before the hour
    for (const { status, receipt } of verdict.heardAgain) {
      assert.equal(status, 200)
      assert.isFalse(receipt.late)
    }
    assert.isAtLeast(verdict.states.draft, 10)
    assert.sameMembers(Object.keys(verdict.states), ['draft', 'opened'])
  })
})
