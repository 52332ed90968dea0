import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Thrown } from './throw_files.js'

/** Throws hostile files from a thread of its own, so that who asks for the light page is not held. */
export async function readyToThrow(url: string) {
  const worker = new Worker(new URL('./throw_files.ts', import.meta.url), {
    execArgv: ['--import=@poppinss/ts-exec'],
    workerData: { url },
  })
  await once(worker, 'message')
  return {
    begin: () => worker.postMessage('begin'),
    async end(): Promise<Thrown> {
      worker.postMessage('end')
      const [thrown] = await once(worker, 'message')
      await worker.terminate()
      return thrown
    },
  }
}
