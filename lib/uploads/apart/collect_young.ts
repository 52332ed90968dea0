import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect: (options: { type: 'minor' }) => void = runInNewContext('gc')

/** After so long without a piece, a process is one that serves pages again. */
const CALM_MS = 30_000
let passing: NodeJS.Timeout | undefined

/**
 * Gives back what is young and nobody holds, in less than a millisecond: the bytes of a piece lie outside
 * of the heap, which sees the names of them alone and would let sixty pieces pile up. What a piece leaves
 * old is a hundred kilobytes each time, 55 MB in the middle of 4 GB: while files pass, what is old is
 * gathered once it has grown by a fifth. Pages would pay that twice their price.
 */
export function collectYoung(): void {
  gatherOldOften()
  collect({ type: 'minor' })
}

function gatherOldOften(): void {
  if (passing) return void passing.refresh()
  setFlagsFromString('--heap-growing-percent=20')
  passing = setTimeout(gatherOldAsEver, CALM_MS).unref()
}

function gatherOldAsEver(): void {
  setFlagsFromString('--heap-growing-percent=0')
  passing = undefined
}
