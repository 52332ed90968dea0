import { clock } from '#kernel/clock'
import { type LocalDate } from '#lib/values'
import Delegation from '../models/delegation.js'
import Desk from '../models/desk.js'
import { desksOf } from './people.js'

/** A delegation as the page shows it. */
export interface DelegationLine {
  id: string
  desk: string
  substitute: string
  from: LocalDate
  to: LocalDate
  isNow: boolean
}

/** The delegations, present and to come, of the person's desks; all of them for who manages. */
export async function delegationsSeenBy(
  userId: string,
  manages: boolean
): Promise<DelegationLine[]> {
  const today = clock.today()
  const query = Delegation.query().whereNull('revokedAt').where('endsOn', '>=', String(today))
  const own = (await desksOf(userId)).map(({ id }) => id)
  if (!manages) query.where((mine) => mine.whereIn('deskId', own).orWhereIn('substituteId', own))
  const desks = new Map((await Desk.all()).map(({ id, name }) => [id, name]))
  return (await query.orderBy('startsOn')).map((one) => ({
    id: one.id,
    desk: desks.get(one.deskId)!,
    substitute: desks.get(one.substituteId)!,
    from: one.firstDay,
    to: one.lastDay,
    isNow: !one.firstDay.isAfter(today),
  }))
}
