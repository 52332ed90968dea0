/** Texts that differ by a filter are many: those that come again and again are kept, and so many of them. */
const SEEN_BEFORE = 3
const MOST_SEEN = 2_000
const MOST_KEPT = 150

const seen = new Map<string, number>()
/** Texts worth a plan, and those of which none can be made. */
const worth = new Set<string>()
const hopeless = new Set<string>()

/** Whether a text has come often enough to be worth a plan. */
export function comesAgain(sql: string): boolean {
  if (worth.has(sql)) return true
  if (worth.size >= MOST_KEPT || hopeless.has(sql)) return false
  const times = (seen.get(sql) ?? 0) + 1
  if (seen.size >= MOST_SEEN) seen.clear()
  seen.set(sql, times)
  if (times > SEEN_BEFORE) worth.add(sql)
  return times > SEEN_BEFORE
}

/** What goes well without its plan, and was being prepared, is not tried again. */
export function giveUp(sql: string): void {
  worth.delete(sql)
  if (hopeless.size < MOST_SEEN) hopeless.add(sql)
}
