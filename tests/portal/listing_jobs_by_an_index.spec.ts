import { test } from '@japa/runner'
import { jobList } from '#console/job_list'
import { JOB_STATES } from '#console/job_states'
import { planOfPage } from '#tests/helpers/plan_of'

const ORDERS = ['etat', '-etat', 'essais', '-essais', 'quand', '-quand']

test.group('A page of the jobs of the platform', () => {
  const list = jobList([])

  for (const tab of ['', ...JOB_STATES.map((state) => `etat=${state}&`)]) {
    for (const order of ORDERS) {
      test(`comes from an index, ${tab || 'of all that is open, '}by ${order}`, async ({
        assert,
      }) => {
        const plan = await planOfPage(list, `${tab}tri=${order}`)
        const ordered = plan.filter((node) => /Sort|Seq Scan outbox/.test(node))
        assert.deepEqual(ordered, [], plan.join(' < '))
        assert.include(plan.join(), 'Index Scan outbox_')
      })
    }
  }

  test('goes on from where the last one ended, in the same index', async ({ assert }) => {
    const after = Buffer.from(
      JSON.stringify(['1767225600000000', '01990000-0000-7000-8000-000000000001'])
    ).toString('base64url')
    const plan = await planOfPage(list, `tri=-etat&apres=${after}`)
    assert.include(plan.join(), 'Index Scan outbox_open_by_state')
    assert.notInclude(plan.join(), 'Sort')
  })
})
