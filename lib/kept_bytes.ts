/** Values of one process that weigh something: the one asked for longest ago leaves first. */
export interface KeptBytes<T extends { bytes: number }> {
  get(key: string): T | undefined
  keep(key: string, value: T): void
  forget(key: string): void
  /** How many values are kept. */
  size(): number
  clear(): void
}

/** Keeps values until they weigh more than `most` bytes together; one that alone does is not kept. */
export function keptBytes<T extends { bytes: number }>(most: number): KeptBytes<T> {
  // A Map keeps the order in which its keys came.
  const kept = new Map<string, T>()
  let weight = 0
  const forget = (key: string) => {
    weight -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }
  return {
    get(key) {
      const value = kept.get(key)
      if (!value) return undefined
      kept.delete(key)
      kept.set(key, value)
      return value
    },
    keep(key, value) {
      forget(key)
      if (value.bytes > most) return
      kept.set(key, value)
      weight += value.bytes
      for (const oldest of kept.keys()) {
        if (weight <= most) return
        forget(oldest)
      }
    },
    forget,
    size: () => kept.size,
    clear() {
      kept.clear()
      weight = 0
    },
  }
}
