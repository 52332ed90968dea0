import { bars } from '#lib/bars'
import { fileSize, number, percent, plural } from '#lib/french/french'
import { day } from '#web/dates'
import { lastDays, totalOf, type ActiveDay } from './read.js'

/** « 22/11 » under the axis: the table beside it writes the day whole. */
const shortDay = ({ day: on }: ActiveDay) => `${Number(on.slice(8))}/${on.slice(5, 7)}`

/** The plot and the table of the last 30 days, of all members or of one. */
export async function activityScreen(tenantId: string | null = null) {
  const { days, before } = await lastDays(tenantId)
  const total = totalOf(days)
  const busiest = days.reduce((most, one) => (one.entries > most.entries ? one : most), days[0])
  const says = total.entries
    ? `${plural(total.entries, 'geste')} en 30 jours, ${number(busiest.entries)} au plus, le ${day(busiest.day)}.`
    : 'Aucun geste en 30 jours.'
  return {
    svg: bars(
      days.map((one) => ({ label: shortDay(one), value: one.entries })),
      { says, write: (value) => number(value, 1) }
    ),
    says,
    days: days.filter(({ entries, documents }) => entries + documents > 0).reverse(),
    total,
    trends: {
      entries: trendOf(total.entries, before.entries),
      documents: trendOf(total.documents, before.documents),
      bytes: trendOf(total.bytes, before.bytes),
    },
    bytes: fileSize(total.bytes),
  }
}

/** Where it goes, next to the 30 days before; nothing to say when there was nothing before. */
export function trendOf(now: number, before: number): string {
  if (before === 0) return 'rien les 30 jours d’avant'
  const change = ((now - before) / before) * 100
  if (Math.abs(change) < 1) return 'comme les 30 jours d’avant'
  return `${change > 0 ? '+' : '−'}${percent(Math.abs(change), 0)} sur les 30 jours d’avant`
}
