import { textOf, type Place } from './place.js'
import { chooseGoal, momentOf, readPoint, type Goal, type Point } from './points.js'

/** Reads the points of a place and chooses where to go back to; `until` as a person writes it. Throws NoPoint. */
export async function findGoal(place: Place, until?: string): Promise<Goal> {
  const points: Point[] = []
  for (const name of await place.list('points')) {
    const point = momentOf(name) ? readPoint(await textOf(place, name)) : null
    if (point) points.push(point)
  }
  return chooseGoal(points, until && momentSaid(until))
}

/** A moment, in UTC. Without a zone it would be read by the clock of whoever types. */
export function momentSaid(until: string): string {
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(until)
  const read = new Date(until)
  if (isWhole && !Number.isNaN(+read)) return read.toISOString()
  throw new TypeError(
    `« ${until} » n’est pas un moment : écrivez par exemple 2026-11-29T10:45:00Z, ou +01:00 au lieu de Z.`
  )
}
