import { test } from '@japa/runner'
import clock from '#app/invoicing/rule_commands/invoicing_clock'
import { paymentClock, type Life } from '#lib/einvoice/clock'
import { Unjudgeable } from '#lib/rule_command'
import { Decimal, LocalDate } from '#lib/values'

const day = (text: string) => LocalDate.parse(text)
const TODAY = day('2026-11-29')
const RATES = [
  { from: '2025-07-01', rate: '2.15' },
  { from: '2026-01-01', rate: '2.40' },
  { from: '2026-07-01', rate: '1.90' },
]

const life = (said: object) => ({
  id: 'x',
  delayDays: 30,
  madeAvailableOn: '2026-01-10',
  events: [],
  paidOn: null,
  amount: '1000.00',
  ecbRates: RATES,
  ...said,
})
const answer = (said: object) => JSON.parse(JSON.stringify(clock.answer(life(said), TODAY)))
const events = (...list: string[]) =>
  list.map((one) => ({ type: one.startsWith('s') ? 'suspended' : 'completed', on: one.slice(2) }))

test.group('The delay of payment', () => {
  const CASES: [says: string, said: object, expect: object][] = [
    ['runs from the day the invoice is there', {}, { startsOn: '2026-01-10', dueOn: '2026-02-09' }],
    [
      'runs from the service when it comes after',
      { serviceDoneOn: '2026-01-20' },
      { startsOn: '2026-01-20', dueOn: '2026-02-19' },
    ],
    [
      'does not run from a service that came before',
      { serviceDoneOn: '2025-12-20' },
      { startsOn: '2026-01-10' },
    ],
    [
      'stops at a suspension',
      { events: events('s 2026-01-15'), paidOn: '2026-06-01' },
      { dueOn: null, daysLate: 0, interest: '0.00' },
    ],
    [
      'begins again for thirty days',
      { events: events('s 2026-01-15', 'c 2026-03-01') },
      { dueOn: '2026-03-31' },
    ],
    [
      'begins again for what was left of fifty',
      { delayDays: 50, events: events('s 2026-01-15', 'c 2026-03-01') },
      { dueOn: '2026-04-15' },
    ],
    [
      'is not moved by a second suspension',
      { events: events('s 2026-01-15', 'c 2026-03-01', 's 2026-03-10', 'c 2026-05-01') },
      { dueOn: '2026-03-31' },
    ],
    [
      'is not moved by a suspension that comes after it',
      { events: events('s 2026-02-10', 'c 2026-03-01') },
      { dueOn: '2026-02-09' },
    ],
    [
      'is moved by a suspension of its last day',
      { events: events('s 2026-02-09', 'c 2026-03-01') },
      { dueOn: '2026-03-31' },
    ],
    [
      'is not moved by a completion alone',
      { events: events('c 2026-01-20') },
      { dueOn: '2026-02-09' },
    ],
    [
      'takes events in the order of their days',
      { events: events('c 2026-03-01', 's 2026-01-15') },
      { dueOn: '2026-03-31' },
    ],
    [
      'costs nothing on its last day',
      { paidOn: '2026-02-09' },
      { daysLate: 0, interest: '0.00', indemnity: '0.00' },
    ],
    [
      'costs from the day after',
      { paidOn: '2026-02-10' },
      { daysLate: 1, interest: '0.28', indemnity: '40.00' },
    ],
    [
      'costs at the rate of the half-year where interest begins',
      { madeAvailableOn: '2026-05-31', paidOn: '2026-12-27' },
      { dueOn: '2026-06-30', daysLate: 180, interest: '48.82' },
    ],
    [
      'costs at the rate of the half-year that is in force',
      { madeAvailableOn: '2025-12-01', paidOn: '2026-01-31' },
      { dueOn: '2025-12-31', daysLate: 31, interest: '8.83' },
    ],
    [
      'rounds a half upwards',
      { amount: '182.50', ecbRates: [{ from: '2020-01-01', rate: '2' }], paidOn: '2026-02-10' },
      { interest: '0.05' },
    ],
    [
      'costs nothing on what is owed to the buyer',
      { amount: '-50', paidOn: '2026-05-01' },
      { interest: '0.00', indemnity: '0.00' },
    ],
    [
      'says no interest without a rate',
      { ecbRates: [], paidOn: '2026-05-01' },
      { daysLate: 81, interest: null, indemnity: '40.00' },
    ],
    [
      'answers in numbers to a number',
      { amount: 1000, paidOn: '2026-02-10' },
      { interest: 0.28, indemnity: 40 },
    ],
  ]
  for (const [says, said, expect] of CASES) {
    test(says, ({ assert }) => {
      assert.deepInclude(answer(said), expect)
    })
  }

  test('is not counted on what says too little', ({ assert }) => {
    for (const said of [
      { amount: 'x' },
      { madeAvailableOn: undefined },
      { paidOn: '2026-02-30' },
      // Its delay would end in a year of five figures
      { madeAvailableOn: '9999-12-20' },
      { delayDays: -1 },
      { events: [{ type: 'paid', on: '2026-01-01' }] },
      { events: 5 },
      { ecbRates: [{ from: '2026-01-01', rate: null }] },
    ]) {
      assert.throws(() => clock.answer(life(said), TODAY), Unjudgeable as never)
    }
  })
})

/** The same lives at each run: a small generator with a seed. */
function* numbers(seed: number): Generator<(below: number) => number> {
  let state = seed
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  for (;;) yield next
}

function randomLife(next: (below: number) => number): Life {
  const start = day('2025-01-01').plusDays(next(500))
  const at = () => start.plusDays(next(120) - 10)
  return {
    delayDays: [30, 50, 60][next(3)],
    madeAvailableOn: start,
    serviceDoneOn: next(2) ? at() : null,
    events: Array.from({ length: next(4) }, () => ({
      type: next(2) ? ('suspended' as const) : ('completed' as const),
      on: at(),
    })),
    paidOn: next(4) ? at().plusDays(60) : null,
    amount: Decimal.of(next(1_000_000), 2),
    rates: [{ from: day('2024-01-01'), rate: Decimal.of(next(500), 2) }],
  }
}

test.group('A thousand lives of invoices', () => {
  const [next] = numbers(2026).take(1)
  const lives = Array.from({ length: 1_000 }, () => randomLife(next))
  const written = (one: Life) => JSON.stringify(paymentClock(one))

  test('a second suspension never moves a date', ({ assert }) => {
    for (const one of lives) {
      const first = one.events
        .filter(({ type }) => type === 'suspended')
        .map(({ on }) => on.toString())
        .sort()[0]
      if (!first) continue
      for (const days of [0, 1, 9, 40]) {
        const on = LocalDate.parse(first).plusDays(days)
        assert.equal(
          written({ ...one, events: [...one.events, { type: 'suspended', on }] }),
          written(one)
        )
      }
    }
  })

  test('the order in which events are told changes nothing', ({ assert }) => {
    for (const one of lives)
      assert.equal(written({ ...one, events: one.events.toReversed() }), written(one))
  })

  test('one is late from the day after, and pays for each day', ({ assert }) => {
    for (const one of lives) {
      const { startsOn, dueOn, daysLate, interest, indemnity } = paymentClock(one)
      if (dueOn) assert.isAtLeast(startsOn.daysUntil(dueOn), 30)
      const isLate = Boolean(dueOn && one.paidOn?.isAfter(dueOn))
      assert.equal(daysLate > 0, isLate)
      assert.equal(indemnity.isZero(), !isLate || one.amount.isZero())
      const later = paymentClock({ ...one, paidOn: one.paidOn?.plusDays(1) ?? null })
      assert.isFalse(later.interest!.minus(interest!).isNegative())
    }
  })
})
