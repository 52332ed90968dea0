import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort } from 'node:worker_threads'
import { errorToWire } from '#lib/reading/wire'
import { doPieceWork, type PieceWork } from './work.js'

/**
 * What is young in this small heap is given back after each piece (less than a millisecond): its
 * frames weigh megabytes outside of the heap, which alone would let sixty pile up.
 */
setFlagsFromString('--expose-gc')
const collect: (options: { type: 'minor' }) => void = runInNewContext('gc')

/** The other end of `PieceThread`: one piece after the other, in the order that they come. */
parentPort!.on('message', ({ id, work }: { id: number; work: PieceWork }) => {
  try {
    parentPort!.postMessage({ id, value: doPieceWork(work) })
  } catch (error) {
    parentPort!.postMessage({ id, error: errorToWire(error) })
  }
  if (work.do !== 'digest') collect({ type: 'minor' })
})
