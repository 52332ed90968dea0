import { Worker } from 'node:worker_threads'
import { errorFromWire, type WireError } from '#lib/reading/wire'
import type { PieceWork } from './work.js'

const isTypeScript = import.meta.url.endsWith('.ts')
const entry = new URL(isTypeScript ? './program.ts' : './program.js', import.meta.url)
const given = process.execArgv.filter((one) => one.startsWith('--import'))
const LOADER = given.length > 0 ? given : ['--import=@poppinss/ts-exec']

/** A thread that nobody needs gives its memory back. */
const IDLE_MS = 10_000

interface Waiting {
  resolve(value: never): void
  reject(error: Error): void
}

/**
 * The thread where pieces are hashed and encrypted, made when there is one: pages are answered
 * meanwhile, and what it throws away is collected in a heap of two megabytes, not in ours.
 */
export class PieceThread {
  #worker: Worker | null = null
  #idle: NodeJS.Timeout | undefined
  #asked = 0
  #held = 0
  readonly #waiting = new Map<number, Waiting>()

  /** What `doPieceWork` gives for it, or throws; the bytes are left alone until then. */
  run<T>(work: PieceWork): Promise<T> {
    clearTimeout(this.#idle)
    const worker = (this.#worker ??= this.#begin())
    worker.ref()
    const id = this.#asked++
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, work })
    })
  }

  /** Keeps the thread, and what it holds, while `work` lasts. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#held++
    try {
      return await work()
    } finally {
      this.#held--
      if (this.#worker && this.#waiting.size === 0) this.#rest(this.#worker)
    }
  }

  #begin(): Worker {
    const worker = new Worker(entry, { env: {}, execArgv: isTypeScript ? LOADER : [] })
    worker.on('message', (said) => this.#heard(worker, said))
    worker.on('error', (error) => this.#lost(worker, error as Error))
    worker.on('exit', () => this.#lost(worker, new Error('The thread of pieces ended')))
    return worker
  }

  #heard(worker: Worker, { id, value, error }: { id: number; value: never; error?: WireError }) {
    const asked = this.#waiting.get(id)!
    this.#waiting.delete(id)
    if (this.#waiting.size === 0) this.#rest(worker)
    if (error) asked.reject(errorFromWire(error))
    else asked.resolve(value)
  }

  #rest(worker: Worker) {
    worker.unref()
    clearTimeout(this.#idle)
    if (this.#held > 0) return
    this.#idle = setTimeout(() => {
      this.#worker = null
      void worker.terminate()
    }, IDLE_MS).unref()
  }

  /** What was asked of it fails; what is asked next begins another. */
  #lost(worker: Worker, error: Error) {
    if (this.#worker !== worker) return
    this.#worker = null
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
