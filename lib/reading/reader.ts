import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { errorToWire, movable, withBuffers, type WireError } from './wire.js'

/** What is asked of a reading thread: the function of a module, with its input. */
export interface Asked {
  module: string
  name: string
  input: unknown
}

/** `began` starts the clock: the first use of a module may take longer to load than to run. */
export type Answer =
  { is: 'began' } | { is: 'value'; value: unknown } | { is: 'error'; error: WireError }

const NICE = 10

/** The other end of `ReadingThread`: one file at a time, and nothing is kept from one to the next. */
async function answer({ module, name, input }: Asked): Promise<void> {
  try {
    const { [name]: read } = await import(module)
    tell({ is: 'began' })
    const value = await read(withBuffers(input))
    tell({ is: 'value', value }, movable(value))
  } catch (error) {
    tell({ is: 'error', error: errorToWire(error) })
  }
}

function tell(said: Answer, moved: ReturnType<typeof movable> = []): void {
  parentPort!.postMessage(said, moved)
}

// Linux counts a thread as a process here: pages are served first when the processors are short.
if (process.platform === 'linux') setPriority(NICE)
parentPort!.on('message', (asked: Asked) => void answer(asked))
