interface Told {
  type: string
  /** When it happened. */
  at: Date
  data: Record<string, unknown>
}

/** The body of a message: written once, sent as it is at each attempt, since it is what is signed. */
export const bodyOf = ({ type, at, data }: Told): string =>
  JSON.stringify({ type, timestamp: at.toISOString(), data })

/** The value of `webhook-id`, of the fact and not of the attempt: by it a receiver knows it already. */
export const messageId = (eventId: string): string => `msg_${eventId.replaceAll('-', '')}`
