import { clock } from '#kernel/clock'
import { bars, type Bar } from '#lib/bars'
import { number, plural } from '#lib/french/french'
import { month } from '#web/dates'
import { paidBy, toPay, type Paid } from '../paying/delays.js'
import { LocalDate } from '#lib/values'
import { amountWords } from '../readable/words.js'
import { DELAY_DAYS } from '../rules/clock.js'

const MONTHS = 12
const SOON_DAYS = 7
/** Under the bars, as much of a name as stands beside four others. */
const LONGEST_LABEL = 12
/** Names that one reads under a plot. */
const MOST_BARS = 5

/** How long payments took for a year, by month, by service and by supplier; and what is to be paid now. */
export async function paymentDelaysScreen(base: string) {
  const today = clock.today()
  const from = LocalDate.parse(
    `${today
      .plusMonths(1 - MONTHS)
      .toString()
      .slice(0, 7)}-01`
  )
  const soon = today.plusDays(SOON_DAYS)
  const [months, services, suppliers] = [
    await paidBy('month', from, today),
    await paidBy('service', from, today),
    await paidBy('supplier', from, today),
  ]
  const overdue = await toPay(null, today.plusDays(-1))
  const near = await toPay(today, soon)
  const until = (day: typeof today) =>
    `${base}?${new URLSearchParams({ suivi: 'a-payer', echeance_au: day.toString() })}`
  return {
    stats: [
      { name: 'En retard', ...shown(overdue), href: until(today.plusDays(-1)) },
      { name: `À payer d’ici ${SOON_DAYS} jours`, ...shown(near), href: until(soon) },
      {
        name: 'Payées en douze mois',
        value: number(sumOf(months, 'count')),
        note: lateWords(months),
      },
    ],
    figures: [
      figureOf('Mois', months.map(withMonth), everyMonth(from, months)),
      figureOf('Service', services.map(withService)),
      figureOf('Fournisseur', suppliers),
    ].filter(({ rows }) => rows.length > 0),
  }
}

const shown = ({ count, amount }: { count: number; amount: string }) => ({
  value: number(count),
  note: amountWords(amount),
})

const sumOf = (rows: Paid[], what: 'count' | 'late') =>
  rows.reduce((sum, one) => sum + one[what], 0)

function lateWords(rows: Paid[]): string {
  const late = sumOf(rows, 'late')
  return late === 0 ? 'aucune en retard' : `dont ${plural(late, 'en retard', 'en retard')}`
}

/** The twelve months, those without a payment too: a year is read as a year. « 11/26 » under the axis. */
function everyMonth(from: LocalDate, months: Paid[]): Bar[] {
  const known = new Map(months.map(({ name, days }) => [name, days]))
  return Array.from({ length: MONTHS }, (_, rank) => {
    const month = from.plusMonths(rank).toString().slice(0, 7)
    return { label: `${month.slice(5)}/${month.slice(2, 4)}`, value: known.get(month) ?? 0 }
  })
}

/** « novembre 2026 ». */
const withMonth = (one: Paid) => ({
  ...one,
  name: month(`${one.name}-01`),
})
const withService = (one: Paid) => ({ ...one, name: one.name || 'Sans code de service' })

const barOf = ({ name, days }: Paid): Bar => ({
  label: name.length > LONGEST_LABEL ? `${name.slice(0, LONGEST_LABEL - 1)}…` : name,
  value: days,
})

/** A plot of mean days, and its table. */
function figureOf(
  column: string,
  rows: Paid[],
  drawn: Bar[] = rows.slice(0, MOST_BARS).map(barOf)
) {
  const slowest = rows.reduce((most, one) => (one.days > most.days ? one : most), rows[0])
  const says = rows.length
    ? `${plural(slowest.days, 'jour')} en moyenne au plus (${slowest.name}), pour un délai de ${DELAY_DAYS}.`
    : ''
  const title = `Par ${column.toLowerCase()}`
  const write = (value: number) => number(value, 1)
  return {
    ...{ column, title, says, rows },
    // One bar alone compares nothing: its figures are in the table
    svg: drawn.length > 1 ? bars(drawn, { says: `${title} : ${says}`, write }) : null,
  }
}
