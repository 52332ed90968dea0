import type { InvoiceState } from '#lib/einvoice/lifecycle'
import { eventsFrom, type InvoiceEvent } from './lifecycle.js'

/** The shortest way from a state to another; empty when it is there, null when there is none. */
export function roadTo(from: InvoiceState, to: InvoiceState): InvoiceEvent[] | null {
  const roads = new Map<InvoiceState, InvoiceEvent[]>([[from, []]])
  for (const [state, road] of roads) {
    if (state === to) return road
    for (const [event, next] of eventsFrom(state)) {
      if (!roads.has(next)) roads.set(next, [...road, event])
    }
  }
  return null
}

/**
 * How an invoice catches up with what Chorus Pro says that it went through since: the events, in order,
 * and the status that our table cannot reach, which a person has to look at. What is behind us, because
 * we moved first and told it, moves nothing.
 */
export function catchUp(from: InvoiceState, passed: InvoiceState[]) {
  const events: InvoiceEvent[] = []
  let state = from
  let astray: InvoiceState | null = null
  for (const next of passed) {
    const road = roadTo(state, next)
    if (road) {
      events.push(...road)
      state = next
    } else if (roadTo(next, state) === null) astray = next
  }
  return { events, state, astray }
}
