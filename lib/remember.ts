interface Kept<T> {
  /** Milliseconds of this process, which no change of the hour moves. */
  at: number
  value: T
}

/** What was asked a short while ago, so that it need not be asked again. */
export interface Memory<T> {
  /** What was kept of `key` less than `ms` ago; undefined when nothing was, or it is older. */
  get(key: string): T | undefined
  /** What was kept of `key` last, however long ago. */
  last(key: string): T | undefined
  /** Keeps `value`, and gives it back. */
  keep(key: string, value: T): T
  /** Forgets `key`, or everything. */
  forget(key?: string): void
}

/**
 * A memory of one process: each value is fresh for `ms` milliseconds, and when there are more than
 * `most` of them all are forgotten. Keep values in it, never promises: a promise that fails in one
 * transaction would fail in all the others.
 */
export function remember<T>({ ms, most }: { ms: number; most: number }): Memory<T> {
  const kept = new Map<string, Kept<T>>()
  return {
    get(key) {
      const known = kept.get(key)
      return known && performance.now() - known.at < ms ? known.value : undefined
    },
    last: (key) => kept.get(key)?.value,
    keep(key, value) {
      if (kept.size >= most && !kept.has(key)) kept.clear()
      kept.set(key, { at: performance.now(), value })
      return value
    },
    forget(key) {
      if (key === undefined) kept.clear()
      else kept.delete(key)
    },
  }
}
