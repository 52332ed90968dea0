import { parentPort } from 'node:worker_threads'
import { errorToWire } from '#lib/reading/wire'
import { collectYoung } from './collect_young.js'
import { doPieceWork, type PieceWork } from './work.js'

/** The other end of `PieceThread`: one piece after the other, in the order that they come. */
parentPort!.on('message', ({ id, work }: { id: number; work: PieceWork }) => {
  try {
    parentPort!.postMessage({ id, value: doPieceWork(work) })
  } catch (error) {
    parentPort!.postMessage({ id, error: errorToWire(error) })
  }
  if (work.do !== 'digest') collectYoung()
})
