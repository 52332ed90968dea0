/** What `read` gives, or null when it throws: for bytes of strangers, whose faults are no errors of ours. */
export function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
