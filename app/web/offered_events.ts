import type { defineEvent } from '#kernel/events'
import type { Tenant } from '#kernel/tenant'

/**
 * What may leave the house in a fact: an identifier, a list of them, a thing of a room
 * (`room:identifier`), an address of ours, a moment. There is no kind for a text, so that no objet
 * and nobody's name can leave.
 */
export type FieldKind = 'id' | 'ids' | 'ref' | 'address' | 'moment'
/** A field as programs read it; null when it may be absent. */
export type FieldValue = string | string[] | null

export interface OfferedField {
  kind: FieldKind
  /** What it is, in French. */
  label: string
}

type KernelEvent<Payload extends object> = ReturnType<typeof defineEvent<Payload>>
type Hear<Payload extends object> = KernelEvent<Payload>['subscribe']

/** A fact of a room that other programs may be told of. */
export interface OfferedEvent {
  /** Its name outside: that of the fact, unless a contract gives it another. */
  type: string
  /** That of the fact inside: `<room>.thing_happened`. */
  fact: string
  /** What happened, in French. */
  label: string
  /** Its data, by name. A name that was given is never taken back, nor its meaning changed. */
  data: Record<string, OfferedField>
  /** The data of a fact, in the tenant in context; null when the thing is no more. */
  tell(payload: object, tenant: Tenant): Promise<Record<string, FieldValue> | null>
  /** Hears it as a job of its own. */
  hear: Hear<object>
}

declare module '#kernel/room_declaration' {
  interface Room {
    /** The facts that it offers to other programs. */
    offers?: OfferedEvent[]
  }
}

const offered: OfferedEvent[] = []
const hearers: ((one: OfferedEvent) => void)[] = []

/**
 * Offers a fact outside, under its own name or the `type` that a contract gives it; whoever carries
 * facts out hears it, whatever the order.
 */
export function offer<Payload extends object, Name extends string>(
  event: KernelEvent<Payload>,
  words: {
    type?: string
    label: string
    data: Record<Name, OfferedField>
    tell(payload: Payload, tenant: Tenant): Promise<Record<Name, FieldValue> | null>
  }
): OfferedEvent {
  const fact = { type: event.type, fact: event.type, hear: event.subscribe }
  const one = { ...fact, ...words } as unknown as OfferedEvent
  offered.push(one)
  for (const hear of hearers) hear(one)
  return one
}

/** Calls `hear` with each fact that is offered, and with those that will be. */
export function hearOffered(hear: (one: OfferedEvent) => void): void {
  hearers.push(hear)
  offered.forEach(hear)
}
