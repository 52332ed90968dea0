import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect: (options: { type: 'minor' }) => void = runInNewContext('gc')

/**
 * Gives back what is young and nobody holds, in less than a millisecond: the bytes of a piece lie outside
 * of the heap, which sees the names of them alone and would let sixty pieces pile up.
 */
export const collectYoung = (): void => collect({ type: 'minor' })
