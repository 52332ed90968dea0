import { Worker } from 'node:worker_threads'
import { FileTooComplex, FileTooHeavy } from './errors.js'
import { deadlineFor, type ReadingLimits } from './limits.js'
import type { Answer, Asked } from './reader.js'
import { errorFromWire, movable, weightOf, withBuffers } from './wire.js'

const MEGABYTE = 1024 * 1024
/** To load the code of a module, on a busy machine. */
const LOADING_MS = 60_000
/** A thread fills some hundreds of megabytes in a second. */
const LOOK_EVERY_MS = 50
/**
 * The engine's own limit stands far above ours: one large array that meets it ends the whole
 * process, and not the thread alone.
 */
const ROOM_OF_THE_ENGINE = 4
/** A thread that has held more is not kept: its memory goes back to the machine. */
const LIGHT = 8_000_000

const entry = new URL('./reader.js', import.meta.url)
const isTypeScript = import.meta.url.endsWith('.ts')
/** What reads our TypeScript in this process reads it in the thread too: tests keep what they compile. */
const given = process.execArgv.filter((one) => one.startsWith('--import'))
const LOADER = given.length > 0 ? given : ['--import=@poppinss/ts-exec']

export interface HowToRun {
  giveAway?: boolean
  bytes?: number
}

/** One thread that reads one file at a time; ended by force when a file asks for too much. */
export class ReadingThread {
  private readonly worker: Worker
  private dead = false
  private heaviest = 0

  constructor(private readonly limits: ReadingLimits) {
    this.worker = new Worker(isTypeScript ? new URL('./reader.ts', import.meta.url) : entry, {
      // A reader has no use for our keys.
      env: {},
      execArgv: isTypeScript ? LOADER : [],
      resourceLimits: {
        maxOldGenerationSizeMb: Math.ceil((limits.memoryBytes / MEGABYTE) * ROOM_OF_THE_ENGINE),
      },
    })
    this.worker.once('exit', () => (this.dead = true))
    // Heard by `run` too; unheard, it would end the process.
    this.worker.on('error', () => (this.dead = true))
    this.worker.unref()
  }

  /** Whether another file may be given to it. */
  get isFit(): boolean {
    return !this.dead && this.heaviest < LIGHT
  }

  /** Throws E_FILE_TOO_COMPLEX, E_FILE_TOO_HEAVY, or what the reading itself throws. */
  async run(asked: Asked, { giveAway = false, bytes = 0 }: HowToRun = {}): Promise<unknown> {
    const weight = Math.max(bytes, weightOf(asked.input))
    this.heaviest = Math.max(this.heaviest, weight)
    this.worker.ref()
    try {
      return await new Promise((resolve, reject) => {
        const watch = this.watch(deadlineFor(weight, this.limits), reject)
        const settle = (act: () => void) => {
          watch.stop()
          this.worker.off('message', onAnswer).off('error', onError).off('exit', onExit)
          act()
        }
        const onAnswer = (said: Answer) => {
          if (said.is === 'began') return watch.begin()
          if (said.is === 'value') return settle(() => resolve(withBuffers(said.value)))
          settle(() => reject(errorFromWire(said.error)))
        }
        const onError = (error: NodeJS.ErrnoException) => {
          const isHeavy = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          settle(() => reject(isHeavy ? new FileTooHeavy() : error))
        }
        const onExit = () => settle(() => reject(new Error('the reading thread ended')))
        this.worker.on('message', onAnswer).on('error', onError).on('exit', onExit)
        this.worker.postMessage(asked, giveAway ? movable(asked.input) : [])
      })
    } finally {
      this.worker.unref()
    }
  }

  end(): void {
    this.dead = true
    void this.worker.terminate()
  }

  /** Ends the thread at its deadline, or when it fills the memory, of objects or of bytes. */
  private watch(deadline: number, reject: (error: Error) => void) {
    const stop = (error: Error) => {
      reject(error)
      this.end()
    }
    const late = () => stop(new FileTooComplex(Math.ceil(deadline / 1000)))
    let clock = setTimeout(late, LOADING_MS)
    let asked = false
    const look = setInterval(() => {
      // A thread that is long to answer is not asked again and again.
      if (asked) return
      asked = true
      this.worker.getHeapStatistics().then(
        ({ external_memory: outside, used_heap_size: inside }) => {
          asked = false
          if (Math.max(outside, inside) > this.limits.memoryBytes) stop(new FileTooHeavy())
        },
        // Not running yet, or just ended: whoever ended it says why.
        () => (asked = false)
      )
    }, LOOK_EVERY_MS)
    return {
      begin: () => {
        clearTimeout(clock)
        clock = setTimeout(late, deadline)
      },
      stop: () => {
        clearTimeout(clock)
        clearInterval(look)
      },
    }
  }
}
