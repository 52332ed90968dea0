import type { DateTime } from 'luxon'

/** How often somebody wants to be told of what waits for her. */
export const PACES = ['at_once', 'daily', 'weekly', 'never'] as const
export type Pace = (typeof PACES)[number]

export const PACE_WORDS: Record<Pace, string> = {
  at_once: 'Aussitôt',
  daily: 'Une fois par jour, à 8 h',
  weekly: 'Une fois par semaine, le lundi à 8 h',
  never: 'Jamais',
}

/** What comes within this of a first thing goes with it, in one mail. */
export const WINDOW = { minutes: 2 }
const HOUR = 8

/** When what is learnt at `now` is to be told, at that pace; null when it never is. */
export function dueAt(pace: Pace, now: DateTime): DateTime | null {
  if (pace === 'never') return null
  if (pace === 'at_once') return now.plus(WINDOW)
  const here = now.setZone('Europe/Paris')
  const today = here.startOf('day').set({ hour: HOUR })
  const morning = today > here ? today : today.plus({ days: 1 })
  // Monday is 1 for Luxon
  return pace === 'daily' ? morning : morning.plus({ days: (8 - morning.weekday) % 7 })
}
