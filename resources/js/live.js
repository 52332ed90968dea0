import { openStream } from './live_stream.js'
import { refresh } from './live_part.js'
import { once } from './once.js'

const FIRST = 2500
const SLOWEST = 20000
/** Everybody who watches a whole service is told at the same instant: they do not ask at the same. */
const SCATTER = 1500
const REST = 4000
const SETTLES = 150

let stream
let polling

const partsOf = () => [...document.querySelectorAll('[data-watch][id], [data-refresh][id]')]
const wordsOf = (part) => (part.dataset.watch ?? '').split(' ').filter(Boolean)
const isThing = (token) => /^[0-9a-f]{8}-/.test(token)

/** A part that moves, and of which no open stream tells. */
const isUntold = (part) =>
  part.dataset.refresh !== undefined && !(wordsOf(part).length && stream?.isOpen())

/** Asks again, ever more slowly, for the parts that move and that nobody tells. */
function poll(wait = FIRST) {
  clearTimeout(polling)
  if (!partsOf().some(isUntold)) return
  polling = setTimeout(async () => {
    const moving = partsOf().filter(isUntold)
    const moved = !document.hidden && (await refresh(moving).catch(() => false))
    poll(moved ? FIRST : document.hidden ? wait : Math.min(wait * 1.4, SLOWEST))
  }, wait)
}

/**
 * Several things move in one breath: the parts are asked for once it is over, one at a time; a
 * service where things never stop moving is looked at now and then.
 */
function gather() {
  const waiting = new Set()
  let timer
  let lookedAt = 0
  async function run() {
    const parts = partsOf().filter((part) => wordsOf(part).some((token) => waiting.has(token)))
    waiting.clear()
    await refresh(parts).catch(() => false)
    lookedAt = Date.now()
    timer = undefined
    if (waiting.size > 0) plan([...waiting].at(-1))
  }
  function plan(token) {
    const rest = isThing(token)
      ? 0
      : Math.max(Math.random() * SCATTER, lookedAt + REST - Date.now())
    timer ??= setTimeout(run, SETTLES + rest)
  }
  return (token) => {
    waiting.add(token)
    plan(token)
  }
}

function connect() {
  stream?.close()
  const address = document.body.dataset.flux
  const tokens = [...new Set(partsOf().flatMap(wordsOf))]
  poll()
  if (!address || tokens.length === 0 || !('EventSource' in window)) return
  stream = openStream(address, tokens, {
    since: document.body.dataset.seen,
    onToken: gather(),
    onDeaf: () => poll(),
  })
}

/**
 * A part with an id refreshes itself. data-watch="identifiers, services": when the server says that
 * one of them has moved. data-refresh="address": by asking again, where there is nobody to tell.
 */
export function start() {
  connect()
  follow()
}

const follow = once(() => {
  // A hidden page gives its connection back, and asks what it missed when it is looked at again.
  document.addEventListener('visibilitychange', () =>
    document.hidden ? stream?.rest() : stream?.resume()
  )
  addEventListener('pagehide', () => stream?.rest())
  addEventListener('pageshow', (event) => event.persisted && stream?.resume())
})
