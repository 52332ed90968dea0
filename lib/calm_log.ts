const QUIET_MS = 10_000

/**
 * Says the first error at once, then one line every ten seconds at most, with how many were kept
 * silent: a log that fills the disk brings down what it watches.
 */
export function calmly(
  say: (error: Error, silenced: number) => void,
  now: () => number = () => performance.now()
): (error: Error) => void {
  let saidAt = -Infinity
  let silenced = 0
  return (error) => {
    if (now() - saidAt < QUIET_MS) {
      silenced++
      return
    }
    say(error, silenced)
    saidAt = now()
    silenced = 0
  }
}
