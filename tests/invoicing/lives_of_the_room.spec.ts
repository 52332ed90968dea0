import { test } from '@japa/runner'
import { invoiceLifecycle } from '#app/invoicing/models/invoice_lifecycle'
import { pushLifecycle } from '#app/invoicing/models/push_lifecycle'
import { MOVES } from '#lib/einvoice/lifecycle'

const PUSHES = [
  'waiting begin attempting',
  'attempting take taken',
  'attempting release waiting',
  'attempting refuse refused',
  'refused resume waiting',
]

test.group('The lives of the room', () => {
  test('a status goes to Chorus Pro by these steps and no other', ({ assert }) => {
    const legal = pushLifecycle.states.flatMap((state) =>
      pushLifecycle.events.flatMap((event) => {
        const to = pushLifecycle.next(state, event)
        return to ? [`${state} ${event} ${to}`] : []
      })
    )
    assert.sameMembers(legal, PUSHES)
  })

  test('an invoice goes from state to state as the table says, each by one event', ({ assert }) => {
    const { states, events } = invoiceLifecycle
    for (const state of states) {
      const nexts = events.flatMap((event) => invoiceLifecycle.next(state, event) ?? [])
      assert.sameMembers(nexts, [...MOVES[state]], state)
      assert.lengthOf(new Set(nexts), nexts.length)
    }
  })
})
