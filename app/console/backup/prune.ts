import type { Place } from '#lib/backup/place'
import { momentOf, readPoint, type Point } from '#lib/backup/points'
import { textOf } from '#lib/backup/place'

/**
 * Removes the points older than a moment (ISO) and the bases that no point left needs; never the last
 * point. Documents stay: another point may name them. Returns how many points were removed.
 */
export async function prune(place: Place, before: string): Promise<number> {
  const names = (await place.list('points')).filter((name) => momentOf(name))
  const old = names.slice(0, -1).filter((name) => momentOf(name)! < before)
  for (const name of old) await place.remove(name)
  const left: Point[] = []
  for (const name of names.filter((one) => !old.includes(one))) {
    const point = readPoint(await textOf(place, name))
    if (point) left.push(point)
  }
  const needed = new Set(left.map(({ base }) => base.id))
  if (old.length === 0 || left.length === 0) return old.length
  for (const file of await place.list('bases'))
    if (!needed.has(file.split('/')[1])) await place.remove(file)
  return old.length
}
