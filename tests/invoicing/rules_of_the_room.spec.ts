import { test } from '@japa/runner'
import { MOVES, stateOfChorus, STATES, WORDS } from '#lib/einvoice/lifecycle'
import { catchUp, roadTo } from '#app/invoicing/rules/catch_up'
import { eventsFrom, INVOICE_LIFECYCLE } from '#app/invoicing/rules/lifecycle'
import { clockOf } from '#app/invoicing/rules/clock'
import { amountWords } from '#app/invoicing/readable/words'

test.group('The life of an invoice', () => {
  test('moves as the table of states says, and in no other way', ({ assert }) => {
    for (const state of STATES) {
      const nexts = eventsFrom(state).map(([, next]) => next)
      assert.sameMembers(nexts, [...MOVES[state]], state)
    }
    assert.sameMembers(Object.keys(INVOICE_LIFECYCLE), [...STATES])
  })

  test('is told to Chorus Pro, and read from it, by the same words', ({ assert }) => {
    for (const state of STATES) assert.equal(stateOfChorus(WORDS[state].chorus), state)
    assert.isNull(stateOfChorus('BROUILLON'))
    assert.isNull(stateOfChorus('toString'))
  })

  test('catches up by the road that the table allows, however much was missed', ({ assert }) => {
    assert.deepEqual(roadTo('available', 'paid'), ['order', 'pay'])
    assert.deepEqual(catchUp('deposited', ['deposited', 'on_its_way', 'available']), {
      events: ['send_on', 'make_available'],
      state: 'available',
      astray: null,
    })
  })

  test('is not led back by what it told itself', ({ assert }) => {
    const { events, state, astray } = catchUp('ordered', ['service_done'])
    assert.deepEqual([events, state, astray], [[], 'ordered', null])
  })

  test('says the status that its table cannot reach', ({ assert }) => {
    assert.equal(catchUp('refused', ['paid']).astray, 'paid')
    assert.deepEqual(catchUp('refused', ['paid']).events, [])
  })
})

test.group('The delay of an invoice', () => {
  const lived = {
    availableOn: '2026-11-20',
    serviceDoneOn: null,
    paidOn: null,
    amount: '611.90',
    passed: [],
  }

  test('runs from the day on which it was made available, or the service done later', ({
    assert,
  }) => {
    assert.equal(String(clockOf(lived)!.dueOn), '2026-12-20')
    assert.equal(String(clockOf({ ...lived, serviceDoneOn: '2026-11-25' })!.dueOn), '2026-12-25')
    assert.equal(String(clockOf({ ...lived, serviceDoneOn: '2026-11-02' })!.dueOn), '2026-12-20')
    assert.isNull(clockOf({ ...lived, availableOn: null }))
  })

  test('is interrupted by a suspension, once only', ({ assert }) => {
    const suspended = { status: 'suspended' as const, on: '2026-11-25' }
    assert.isNull(clockOf({ ...lived, passed: [suspended] })!.dueOn)
    const completed = { status: 'completed' as const, on: '2026-12-01' }
    const once = clockOf({ ...lived, passed: [suspended, completed] })!.dueOn
    const again = { status: 'suspended' as const, on: '2026-12-05' }
    const twice = clockOf({ ...lived, passed: [suspended, completed, again] })!.dueOn
    assert.deepEqual([String(once), String(twice)], ['2026-12-31', '2026-12-31'])
  })
})

test.group('An amount in words', () => {
  test('is written in the French way, and as it came when it is none', ({ assert }) => {
    assert.equal(amountWords('1234567.50'), '1\u00a0234\u00a0567,50\u00a0€')
    assert.equal(amountWords('-12.00', 'CHF'), '-12,00\u00a0CHF')
    assert.equal(amountWords('12,5'), '12,5')
  })
})
