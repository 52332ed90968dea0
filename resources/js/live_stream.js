const FIRST = 1000
const SLOWEST = 60000

/** Twice as long after each failure, and never the same for everybody. */
const pauseAfter = (failures) =>
  Math.min(FIRST * 2 ** failures, SLOWEST) * (0.5 + Math.random() / 2)

/**
 * One stream for the whole page. While it is cut `onDeaf` is called, and it tries again by itself;
 * it says up to when it knows, so that nothing is missed in between.
 */
export function openStream(address, tokens, { since, onToken, onDeaf }) {
  let source, timer
  let [seen, failures] = [since, 0]

  function open() {
    clearTimeout(timer)
    source = new EventSource(`${address}?voir=${tokens.join('.')}&depuis=${seen}`)
    source.onopen = () => (failures = 0)
    source.onmessage = ({ data, lastEventId }) => {
      seen = lastEventId || seen
      onToken(data)
    }
    source.onerror = () => {
      shut()
      onDeaf()
      timer = setTimeout(open, pauseAfter(failures++))
    }
  }

  function shut() {
    clearTimeout(timer)
    source?.close()
    source = undefined
  }

  if (!document.hidden) open()
  return {
    isOpen: () => source?.readyState === EventSource.OPEN,
    close: shut,
    rest: shut,
    resume: () => source ?? open(),
  }
}
