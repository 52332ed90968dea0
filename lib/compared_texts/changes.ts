import { joined } from './joined.js'
import type { Run, Word } from './run.js'

export type { Run } from './run.js'

export interface Changes {
  runs: Run[]
  /** Too much changed to be told word by word: what differs is one block. */
  isCoarse: boolean
}

/** Words that come and go, at most: the work grows as their square. */
const MOST_CHANGES = 1_500

/**
 * What changed between two lists of words, by the least number of them that come and go (E. Myers,
 * « An O(ND) Difference Algorithm », 1986, §3); beyond 1,500 the middle is told as one block.
 */
export function changesBetween(before: Word[], after: Word[]): Changes {
  const ahead = commonAhead(before, after)
  const behind = commonBehind(before, after, ahead)
  const [gone, fresh] = [before, after].map((one) => one.slice(ahead, one.length - behind))
  const middle = shortest(gone, fresh)
  const runs: Run[] = [
    { kind: 'same', words: after.slice(0, ahead), at: 0 },
    ...(middle ?? wholesale(gone, fresh)).map((run) => ({ ...run, at: run.at + ahead })),
    { kind: 'same', words: after.slice(after.length - behind), at: after.length - behind },
  ]
  return { runs: joined(runs), isCoarse: middle === null }
}

function commonAhead(one: Word[], other: Word[]): number {
  let count = 0
  while (count < Math.min(one.length, other.length) && one[count] === other[count]) count++
  return count
}

function commonBehind(one: Word[], other: Word[], ahead: number): number {
  const most = Math.min(one.length, other.length) - ahead
  let count = 0
  while (count < most && one[one.length - 1 - count] === other[other.length - 1 - count]) count++
  return count
}

const wholesale = (gone: Word[], fresh: Word[]): Run[] => [
  { kind: 'gone', words: gone, at: 0 },
  { kind: 'new', words: fresh, at: 0 },
]

/** Null beyond the bound. */
function shortest(before: Word[], after: Word[]): Run[] | null {
  const most = Math.min(before.length + after.length, MOST_CHANGES)
  /** Of each number of changes, how far each diagonal reaches; diagonal k at k + changes. */
  const trail: Int32Array[] = []
  for (let changes = 0; changes <= most; changes++) {
    const reach = new Int32Array(2 * changes + 1)
    const last = trail.at(-1)
    for (let k = -changes; k <= changes; k += 2) {
      let x = last ? stepFrom(last, k, changes) : 0
      let y = x - k
      while (x < before.length && y < after.length && before[x] === after[y])
        [x, y] = [x + 1, y + 1]
      reach[k + changes] = x
      if (x >= before.length && y >= after.length)
        return walkedBack([...trail, reach], before, after)
    }
    trail.push(reach)
  }
  return null
}

/** Whether a diagonal is best reached from the one above: by a word that comes. */
const comesDown = (last: Int32Array, k: number, changes: number): boolean =>
  k === -changes || (k !== changes && last[k - 1 + changes - 1] < last[k + 1 + changes - 1])

const stepFrom = (last: Int32Array, k: number, changes: number): number =>
  comesDown(last, k, changes) ? last[k + 1 + changes - 1] : last[k - 1 + changes - 1] + 1

/** The runs of the way that was found, from its end. */
function walkedBack(trail: Int32Array[], before: Word[], after: Word[]): Run[] {
  const runs: Run[] = []
  let [x, y] = [before.length, after.length]
  for (let changes = trail.length - 1; changes >= 0; changes--) {
    const k = x - y
    const isDown = changes > 0 && comesDown(trail[changes - 1], k, changes)
    const from = changes === 0 ? 0 : stepFrom(trail[changes - 1], k, changes)
    const same = x - from
    runs.push({ kind: 'same', words: before.slice(from, x), at: y - same })
    ;[x, y] = [from, y - same]
    if (changes === 0) break
    if (isDown) runs.push({ kind: 'new', words: [after[--y]], at: y })
    else runs.push({ kind: 'gone', words: [before[--x]], at: x })
  }
  return runs.toReversed()
}
