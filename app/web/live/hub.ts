import app from '@adonisjs/core/services/app'
import { clock } from '#kernel/clock'
import { listenTo } from '#kernel/listening'
import { openStreams } from '#lib/watch/metrics'
import { NobodyListens, TooManyStreams } from './errors.js'
import { LiveStream, type Watch } from './live_stream.js'

const BEAT_MS = 25_000
/** A stream ends after a while: whoever comes again is asked again who she is and what she may see. */
const LASTS_MS = 15 * 60_000
const HEARING_WAIT_MS = 3_000
export const MOST_PER_PERSON = 8
const MOST_PER_PROCESS = 5_000

/** Up to when a page knows, which it will say to any process: by the clock that follows the base. */
const momentNow = () => clock.now().toMillis()
/** How long this process has run: a clock that is set again neither ends a stream nor prolongs it. */
const age = () => performance.now()

const streams = new Map<string, Set<LiveStream>>()
let count = 0
let ears: ReturnType<typeof listenTo> | null = null
let hears = false
let whenHeard: (() => void)[] = []
let beating: NodeJS.Timeout | null = null

const all = () => [...streams.values()].flatMap((some) => [...some])

/** The pages of this process that wait for news, fed by one connection to PostgreSQL. */
export const live = {
  /** Throws E_TOO_MANY_STREAMS; E_NOBODY_LISTENS while the base cannot be heard. */
  async open(watch: Watch): Promise<LiveStream> {
    const mine = [...(streams.get(watch.tenantId) ?? [])].filter(
      (one) => one.watch.personId === watch.personId
    )
    if (mine.length >= MOST_PER_PERSON || count >= MOST_PER_PROCESS) throw new TooManyStreams()
    await mustHear()
    const stream = new LiveStream(watch, age() + LASTS_MS * (0.8 + 0.4 * Math.random()))
    keep(stream)
    stream.once('close', () => forget(stream))
    stream.beat(momentNow())
    return stream
  },

  /** How many pages wait. */
  count: () => count,

  /** Ends every stream and stops listening: the process is leaving. */
  async close(): Promise<void> {
    for (const stream of all()) stream.finish()
    if (beating) clearInterval(beating)
    const leaving = ears
    ;[beating, ears, hears] = [null, null, false]
    await leaving?.stop()
  },
}

function keep(stream: LiveStream) {
  const { tenantId } = stream.watch
  const some = streams.get(tenantId) ?? new Set()
  streams.set(tenantId, some.add(stream))
  openStreams.set(++count)
  beating ??= setInterval(beat, BEAT_MS).unref()
}

function forget(stream: LiveStream) {
  const { tenantId } = stream.watch
  const some = streams.get(tenantId)
  if (!some?.delete(stream)) return
  openStreams.set(--count)
  if (some.size === 0) streams.delete(tenantId)
  if (count > 0 || !beating) return
  clearInterval(beating)
  beating = null
}

function beat() {
  for (const stream of all()) {
    if (age() > stream.endsAt) stream.finish()
    else stream.beat(momentNow())
  }
}

/** « tenant capability subject », as the triggers of the journal and of the tasks write it. */
function hear(payload: string) {
  const [tenantId, capability, subject] = payload.split(' ')
  const now = momentNow()
  for (const stream of streams.get(tenantId) ?? []) {
    const { services, tokens } = stream.watch
    if (!services.has(capability)) continue
    for (const token of [subject, capability]) if (tokens.has(token)) stream.say(token, now)
  }
}

async function mustHear(): Promise<void> {
  if (!ears) {
    ears = listenTo('halle_live', { onMessage: hear, onOpen: opened, onLost: lost })
    // Registered last, run first: the HTTP server waits for its connections to end.
    app.terminating(() => live.close())
  }
  if (hears) return
  await new Promise<void>((resolve) => {
    whenHeard.push(resolve)
    setTimeout(resolve, HEARING_WAIT_MS).unref()
  })
  if (!hears) throw new NobodyListens()
}

function opened() {
  hears = true
  for (const resolve of whenHeard.splice(0)) resolve()
}

/** A page must never believe that it is told when it is not: it comes again, and is told what it missed. */
function lost() {
  hears = false
  for (const stream of all()) stream.finish()
}
