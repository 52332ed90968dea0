import { number, plural } from '#lib/french/french'
import type { HomeFigures } from '#web/figures'

/** The sentence under « Bonjour »: what waits, else what is late or was begun, and never that nothing is there. */
export function leadOf(
  count: number,
  { late, unfinished }: Pick<HomeFigures, 'late' | 'unfinished'>
): string {
  if (count === 1) return 'Une chose vous attend.'
  if (count > 1) return `${number(count)} choses vous attendent.`
  if (late.length > 0)
    return `Rien ne vous est demandé, mais ${plural(late.length, 'point est', 'points sont')} à surveiller.`
  if (unfinished.length > 0)
    return 'Rien ne vous est demandé ; ce que vous avez commencé vous attend.'
  return 'Rien ne vous attend pour le moment.'
}
