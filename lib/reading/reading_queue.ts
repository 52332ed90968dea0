import { ReadingBusy } from './errors.js'
import type { ReadingLimits } from './limits.js'
import type { Asked } from './reader.js'
import { ReadingThread, type HowToRun } from './reading_thread.js'

export interface QueueOptions extends ReadingLimits {
  threads: number
  /** How many files may wait for a thread. */
  waiting: number
  /** How long each may wait. */
  patienceMs: number
  /** A thread that nobody needs is ended after that, and gives its memory back. */
  idleMs: number
}

/** A few threads with a short queue before them. */
export class ReadingQueue {
  private readonly idle: { thread: ReadingThread; timer: NodeJS.Timeout }[] = []
  private readonly callers: (() => void)[] = []
  private busy = 0

  constructor(private readonly options: QueueOptions) {}

  /** Whether whoever comes now would be turned away. */
  get isFull(): boolean {
    return this.busy >= this.options.threads && this.callers.length >= this.options.waiting
  }

  /** Throws E_READING_BUSY when too many wait already, and what `ReadingThread.run` throws. */
  async run(asked: Asked, options?: HowToRun): Promise<unknown> {
    await this.seat()
    const thread = this.takeThread()
    try {
      return await thread.run(asked, options)
    } finally {
      this.leave(thread)
    }
  }

  /** Ends the threads that wait for work. */
  close(): void {
    for (const { thread, timer } of this.idle.splice(0)) {
      clearTimeout(timer)
      thread.end()
    }
  }

  private async seat(): Promise<void> {
    if (this.busy < this.options.threads) {
      this.busy += 1
      return
    }
    if (this.callers.length >= this.options.waiting) throw new ReadingBusy()
    await new Promise<void>((resolve, reject) => {
      const called = () => {
        clearTimeout(patience)
        resolve()
      }
      const patience = setTimeout(() => {
        this.callers.splice(this.callers.indexOf(called), 1)
        reject(new ReadingBusy())
      }, this.options.patienceMs)
      this.callers.push(called)
    })
  }

  private takeThread(): ReadingThread {
    for (let kept = this.idle.pop(); kept; kept = this.idle.pop()) {
      clearTimeout(kept.timer)
      if (kept.thread.isFit) return kept.thread
    }
    return new ReadingThread(this.options)
  }

  /** The seat goes to whoever waits first; the thread is kept a while if it is fit for another file. */
  private leave(thread: ReadingThread): void {
    if (thread.isFit) this.keep(thread)
    else thread.end()
    const next = this.callers.shift()
    if (next) next()
    else this.busy -= 1
  }

  private keep(thread: ReadingThread): void {
    const forget = () => {
      this.idle.splice(
        this.idle.findIndex((one) => one.thread === thread),
        1
      )
      thread.end()
    }
    this.idle.push({ thread, timer: setTimeout(forget, this.options.idleMs).unref() })
  }
}
