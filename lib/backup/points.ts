import { createHash } from 'node:crypto'

/** What holds one moment of the platform, whole: written last of all that it names. */
export interface Point {
  /** ISO 8601: everything committed at that moment is there. */
  at: string
  base: {
    id: string
    /** The server's own files and its write-ahead log, or a dump of the database. */
    kind: 'files' | 'dump'
    name: string
    sha256: string
    size: number
    /** The key under which the base rests; none where it is in the clear, as it was before. */
    shut?: string
    /** Of `files`: which base of that server is ours. */
    database?: string
    /** Of `files`: the first and the last segment of the log that this moment needs. */
    firstSegment?: string
    lastSegment?: string
    segmentBytes?: number
  }
  /** What wraps the keys and the settings. */
  keys: string
  documents: { count: number; bytes: number }
}

/** Nothing whole to go back to, or nothing that old. */
export class NoPoint extends Error {}

const FOLDER = 'points'
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** `points/20261129T104500123Z.json`: in the order of time. */
export const pointName = (at: string): string => `${FOLDER}/${at.replace(/[-:.]/g, '')}.json`

/** A point and its own digest: one that was cut, or touched, is not read. */
export const writePoint = (point: Point): string =>
  JSON.stringify({ point, sha256: digestOf(JSON.stringify(point)) })

/** The point of a file; null for what is not one, whole. */
export function readPoint(text: string): Point | null {
  try {
    const { point, sha256 } = JSON.parse(text)
    return digestOf(JSON.stringify(point)) === sha256 ? point : null
  } catch {
    return null
  }
}

/** When the file of that name says it was made; null for another file. */
export function momentOf(name: string): string | null {
  const found = /^points\/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.json$/.exec(name)
  if (!found) return null
  const [, year, month, day, hour, minute, second, ms] = found
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`
}

/** What to open to go back to a moment: a point, and where in its log to stop when that is before its end. */
export interface Goal {
  point: Point
  stopAt?: string
}

/**
 * Chooses, among whole points in any order: the last one; or, for a moment, the first that holds it
 * when it may be stopped there, else the last before. Throws NoPoint.
 */
export function chooseGoal(points: Point[], until?: string): Goal {
  const sorted = points.toSorted((a, b) => (a.at < b.at ? -1 : 1))
  if (sorted.length === 0) throw new NoPoint('Aucune sauvegarde complète à cet endroit.')
  if (!until) return { point: sorted.at(-1)! }
  const before = sorted.filter(({ at }) => at <= until).at(-1)
  if (!before) {
    throw new NoPoint(`La plus ancienne sauvegarde complète est de ${sorted[0].at} : rien d’avant.`)
  }
  if (before.at === until || before.base.kind === 'dump') return { point: before }
  const after = sorted.find(({ at, base }) => at > until && base.id === before.base.id)
  return after ? { point: after, stopAt: until } : { point: before }
}
