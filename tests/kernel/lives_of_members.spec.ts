import { test } from '@japa/runner'
import { membershipLifecycle } from '#kernel/people/membership_lifecycle'
import { tenantLifecycle } from '#kernel/tenant_lifecycle'

/** Every state with every event: where it leads, when it leads anywhere. */
const moves = ({ states, events, next }: typeof tenantLifecycle | typeof membershipLifecycle) =>
  states.flatMap((state) =>
    events.flatMap((event) => {
      const to = next(state, event)
      return to ? [`${state} ${event} ${to}`] : []
    })
  )

test.group('The lives of members', () => {
  test('a member of the syndicat knows these moves and no other', ({ assert }) => {
    assert.sameMembers(tenantLifecycle.states, ['active', 'suspended'])
    assert.sameMembers(tenantLifecycle.events, ['suspend', 'resume'])
    assert.sameMembers(moves(tenantLifecycle), [
      'active suspend suspended',
      'suspended resume active',
    ])
  })

  test('a person in a collectivite knows these moves and no other', ({ assert }) => {
    assert.sameMembers(membershipLifecycle.states, ['active', 'suspended'])
    assert.sameMembers(membershipLifecycle.events, ['suspend', 'reinstate', 'join'])
    assert.sameMembers(moves(membershipLifecycle), [
      'active suspend suspended',
      'active join active',
      'suspended reinstate active',
      'suspended join active',
    ])
  })

  test('a move that the table does not know is refused', ({ assert }) => {
    assert.throws(() => tenantLifecycle.after('suspended', 'suspend'), /n’est plus possible/)
    assert.equal(tenantLifecycle.after('suspended', 'resume'), 'active')
  })
})
