import { test } from '@japa/runner'
import clock from '#app/invoicing/rule_commands/invoicing_clock'
import { LocalDate } from '#lib/values'

/**
 * The same law counted another way, that shares nothing with ours: a calendar is turned day after day,
 * and money is whole hundredths of hundredths.
 */
const DAY = 86_400_000
const at = (text: string) => Date.parse(`${text}T00:00:00Z`) / DAY
const written = (day: number) => new Date(day * DAY).toISOString().slice(0, 10)

interface Told {
  delayDays: number
  madeAvailableOn: string
  serviceDoneOn: string | null
  events: { type: 'suspended' | 'completed'; on: string }[]
  paidOn: string | null
  amount: string
  ecbRates: { from: string; rate: string }[]
}

function counted(life: Told) {
  const startsOn = Math.max(at(life.madeAvailableOn), at(life.serviceDoneOn ?? '1970-01-01'))
  const due = dueDay(life, startsOn)
  const paid = life.paidOn === null ? null : at(life.paidOn)
  let daysLate = 0
  if (due !== null && paid !== null) for (let day = due + 1; day <= paid; day++) daysLate += 1
  const cents = BigInt(life.amount.replace('.', ''))
  return {
    startsOn: written(startsOn),
    dueOn: due === null ? null : written(due),
    daysLate,
    interest: money(daysLate > 0 ? interest(life, due! + 1, daysLate, cents) : 0n),
    indemnity: money(daysLate > 0 && cents > 0n ? 4_000n : 0n),
  }
}

/** Turns the calendar from the first thing that is told: each day of a running delay takes one away. */
function dueDay({ delayDays, events, paidOn }: Told, startsOn: number): number | null {
  const days = (type: string) => events.filter((one) => one.type === type).map(({ on }) => at(on))
  const suspensions = new Set(days('suspended'))
  const completions = new Set(days('completed'))
  const last = Math.max(startsOn, ...suspensions, ...completions) + 200
  let left = delayDays
  let state: 'running' | 'stopped' | 'again' = 'running'
  for (let day = Math.min(startsOn, ...suspensions, ...completions); day <= last; day++) {
    const isPaid = paidOn !== null && day > at(paidOn)
    if (state === 'running' && suspensions.has(day) && !isPaid) state = 'stopped'
    if (state === 'stopped') {
      if (!completions.has(day)) continue
      state = 'again'
      left = Math.max(30, left)
    }
    if (day < startsOn) continue
    if (left === 0) return day
    left -= 1
  }
  return null
}

/** Of the half-year of the first late day, eight points above: half a cent goes up. */
function interest(life: Told, firstLate: number, daysLate: number, cents: bigint): bigint {
  const [year, month] = written(firstLate).split('-')
  const half = `${year}-${Number(month) <= 6 ? '01' : '07'}-01`
  let rate = ''
  let since = ''
  for (const one of life.ecbRates) {
    if (one.from <= half && one.from >= since) [rate, since] = [one.rate, one.from]
  }
  const hundredths = BigInt(rate.replace('.', '')) + 800n
  const times = cents * hundredths * BigInt(daysLate)
  const by = 365n * 10_000n
  return (2n * times + by) / (2n * by)
}

const money = (cents: bigint) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`

/** The same lives at each run. */
function generator(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function randomLife(next: (below: number) => number): Told {
  const start = at('2024-01-15') + next(900)
  const near = () => written(start + next(130) - 15)
  return {
    delayDays: [30, 30, 50, 60][next(4)],
    madeAvailableOn: written(start),
    serviceDoneOn: next(3) ? near() : null,
    events: Array.from({ length: next(5) }, () => ({
      type: next(5) < 3 ? ('suspended' as const) : ('completed' as const),
      on: near(),
    })),
    paidOn: next(5) ? written(start + next(320)) : null,
    amount: `${next(90_000)}.${String(next(100)).padStart(2, '0')}`,
    ecbRates: ['2023-07-01', '2024-01-01', '2024-07-01', '2025-01-01', '2026-01-01', '2026-07-01']
      .map((from) => ({ from, rate: `${next(5)}.${String(next(100)).padStart(2, '0')}` }))
      .sort(() => next(2) - 0.5),
  }
}

test.group('The delay of payment, counted day by day', () => {
  test('a thousand random lives give the same dates and the same cents', ({ assert }) => {
    const next = generator(2026)
    const seen = { late: 0, stopped: 0, suspended: 0 }
    for (let turn = 0; turn < 1_000; turn++) {
      const life = randomLife(next)
      const { id, ...said } = JSON.parse(
        JSON.stringify(clock.answer({ id: turn, ...life }, LocalDate.parse('2026-11-30')))
      )
      const expected = counted(life)
      assert.deepEqual(said, expected, JSON.stringify(life))
      assert.equal(id, turn)
      if (expected.daysLate > 0) seen.late += 1
      if (expected.dueOn === null) seen.stopped += 1
      else if (life.events.some(({ type }) => type === 'suspended')) seen.suspended += 1
    }
    // The lives are worth something only if they go through each of these.
    for (const [what, times] of Object.entries(seen)) assert.isAbove(times, 100, what)
  })
})
