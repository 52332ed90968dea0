import { readingConfig } from '#config/reading'
import { ReadingQueue } from '#lib/reading/reading_queue'

/** Who waits: a visitor without an account never takes the place of the people of the house. */
export type Reader = 'visitor' | 'house' | 'archive'

const queues: Record<Reader, ReadingQueue> = {
  visitor: new ReadingQueue(readingConfig.visitor),
  house: new ReadingQueue(readingConfig.house),
  archive: new ReadingQueue(readingConfig.archive),
}

/** Whether such a reader would be turned away now: what it brings need not even be received. */
export const isReadingFull = (by: Reader): boolean => queues[by].isFull

interface CallOptions {
  by?: Reader
  /** The caller has no use for the bytes any more: they change hands without a copy. */
  giveAway?: boolean
  /** What the file weighs, when the input only names it. */
  bytes?: number
}

/**
 * A function of a module that is to run apart: one input, one answer, both plain data with their
 * bytes. It throws what the function throws, or E_FILE_TOO_COMPLEX, E_FILE_TOO_HEAVY and
 * E_READING_BUSY.
 *
 * `defineReading<typeof countPages>(new URL('./count_pages.js', import.meta.url), 'countPages')`
 */
export function defineReading<Read extends (input: never) => unknown>(module: URL, name: string) {
  return async (
    input: Parameters<Read>[0],
    { by = 'house', ...options }: CallOptions = {}
  ): Promise<Awaited<ReturnType<Read>>> => {
    const asked = { module: module.href, name, input }
    return (await queues[by].run(asked, options)) as Awaited<ReturnType<Read>>
  }
}
