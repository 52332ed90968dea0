import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

interface How {
  type: 'minor' | 'major'
  execution?: 'async'
}

setFlagsFromString('--expose-gc')
const collect: (how: How) => unknown = runInNewContext('gc')

/** Pieces of four megabytes: once for 512 MB, which take seconds to come. */
const OLD_EVERY = 128
const YOUNG_EVERY = 2
let passed = 0

/**
 * Gives back what is young and nobody holds, in less than a millisecond: the bytes of a piece lie outside
 * of the heap, which sees the names of them alone and would let sixty pieces pile up. Two may: each time,
 * a hundred kilobytes of what is at work grow old, and the heap doubled in the middle of 4 GB (395 MB of
 * memory, 292 now). All of it is gathered now and then, in a tenth of a second, by whom files pass
 * through: a process that serves pages alone never does it.
 */
export function collectYoung(): void {
  if (++passed % OLD_EVERY === 0) collect({ type: 'major', execution: 'async' })
  else if (passed % YOUNG_EVERY === 0) collect({ type: 'minor' })
}
