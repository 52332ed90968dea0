import type { BitReader } from './bit_reader.js'
import { HORIZONTAL, MODE_CODES, PASS, RUN_CODES, tableOf } from './codes.js'

/** Where the colour changes in a line that begins white: to black, to white, and so on. */
export type Changes = number[]

const RUNS = RUN_CODES.map(tableOf)
const MODES = tableOf(MODE_CODES)

/** A change at the place of the one before it undoes it: nothing of that colour was there. */
function change(changes: Changes, at: number): void {
  if (changes.at(-1) === at) changes.pop()
  else changes.push(at)
}

/** A number of points: multiples of 64, then what is left (T.4 §4.1.1). Null of what is no code. */
function readRun(reader: BitReader, colour: number): number | null {
  let sum = 0
  for (;;) {
    const run = reader.code(RUNS[colour])
    if (run === null) return null
    sum += run
    if (run < 64) return sum
  }
}

/** A line that is told by itself (T.4 §4.1); null when it is not of that many points. */
export function readAlone(reader: BitReader, columns: number): Changes | null {
  const changes: Changes = []
  let [at, colour] = [0, 0]
  while (at < columns) {
    const run = readRun(reader, colour)
    if (run === null || at + run > columns) return null
    at += run
    change(changes, at)
    colour ^= 1
  }
  return changes
}

/** A line that is told by the one above it (T.6 §2.2); null when it is not of that many points. */
export function readBelow(reader: BitReader, above: Changes, columns: number): Changes | null {
  const changes: Changes = []
  let [at, colour, rank] = [-1, 0, 0]
  while (at < columns) {
    // b1: the first change above, after this point and to the other colour
    while (rank > 0 && above[rank - 1] > at) rank--
    while (rank < above.length && (above[rank] <= at || (rank & 1) !== colour)) rank++
    const mode = reader.code(MODES)
    if (mode === null) return null
    if (mode === PASS) {
      at = above[rank + 1] ?? columns
    } else if (mode === HORIZONTAL) {
      for (const one of [colour, colour ^ 1]) {
        const run = readRun(reader, one)
        if (run === null) return null
        at = Math.max(at, 0) + run
        if (at > columns) return null
        change(changes, at)
      }
    } else {
      const to = (above[rank] ?? columns) + mode
      if (to < Math.max(at, 0) || to > columns) return null
      at = to
      change(changes, at)
      colour ^= 1
    }
  }
  return changes
}
