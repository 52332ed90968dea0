import { test } from '@japa/runner'
import Deposit from '#app/archiving/models/deposit'
import {
  depositLifecycle,
  type DepositEvent,
  type DepositState,
} from '#app/archiving/models/deposit_lifecycle'
import { retryDeposit } from '#app/archiving/retry'
import { DEPOSIT_GROUPS } from '#app/archiving/screens/deposit_words'
import { SYSTEM } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import { place } from '#tests/world/world'
import { archive, askForDeposit } from './archive_world.js'

const LEGAL: Record<DepositState, Partial<Record<DepositEvent, DepositState>>> = {
  prepared: { transfer: 'transferred', fail: 'failed' },
  transferred: {
    acknowledge: 'acknowledged',
    accept: 'accepted',
    reject: 'rejected',
    fail: 'failed',
  },
  acknowledged: { accept: 'accepted', reject: 'rejected', fail: 'failed' },
  accepted: {},
  rejected: { retry: 'prepared' },
  failed: { retry: 'prepared' },
}

test.group('The life of a deposit', (group) => {
  let tenantId: string
  let depositId: string
  group.setup(async () => {
    tenantId = (await place('kervalan')).id
    depositId = await askForDeposit(tenantId)
  })

  for (const state of depositLifecycle.states) {
    for (const event of depositLifecycle.events) {
      const target = LEGAL[state][event]
      test(`${state}: ${event} ${target ? `leads to ${target}` : 'is refused'}`, async ({
        assert,
      }) => {
        await tenancy.run(tenantId, async ({ trx }) => {
          await trx.from('archiving.deposits').where({ id: depositId }).update({ state })
        })
        const applying = tenancy.run(tenantId, async ({ trx }) => {
          await (await Deposit.get(depositId)).apply(event, SYSTEM)
          const last = trx.from('archiving.deposit_transitions').where('deposit_id', depositId)
          return last.orderBy('id', 'desc').first()
        })
        if (target) {
          assert.containSubset(await applying, { from_state: state, event, to_state: target })
        } else {
          await assert.rejects(() => applying, /n’est plus possible/)
        }
      })
    }
  }
})

test('Each state of a deposit but the last is looked for in one group of the list', ({
  assert,
}) => {
  const grouped = Object.values(DEPOSIT_GROUPS).flatMap(({ states }): DepositState[] => [...states])
  assert.sameMembers([...grouped, 'accepted'], [...depositLifecycle.states])
})

test.group('A deposit that is tried again', (group) => {
  let tenantId: string
  group.setup(async () => {
    tenantId = (await place('kervalan')).id
  })

  test('takes another name when the archive had rejected the first', async ({ assert }) => {
    const access = { rule: 'AR999', startDate: '2026-11-19' }
    const rejected = await archive(tenantId, await askForDeposit(tenantId, { access }))
    const name = rejected.messageIdentifier
    await tenancy.run(tenantId, async ({ trx }) => {
      const deposit = await Deposit.get(rejected.id)
      deposit.description = { ...deposit.description, access: { ...access, rule: 'AR038' } }
      await retryDeposit(deposit, SYSTEM)
      assert.isNull(await trx.from('kernel.tasks').where('subject_id', deposit.id).first())
    })
    const accepted = await archive(tenantId, rejected.id)
    assert.equal(accepted.state, 'accepted')
    assert.equal(accepted.messageIdentifier, `${name}_1`)
    assert.isNull(accepted.trouble)
  })

  test('keeps its name when the failure was ours', async ({ assert }) => {
    const depositId = await askForDeposit(tenantId)
    await tenancy.run(tenantId, async () => {
      const deposit = await Deposit.get(depositId)
      const name = deposit.messageIdentifier
      await deposit.apply('fail', SYSTEM, { reason: 'disque plein' })
      await retryDeposit(deposit, SYSTEM)
      assert.equal(deposit.messageIdentifier, name)
      assert.equal(deposit.state, 'prepared')
    })
  })
})
