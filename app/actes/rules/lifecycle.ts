/** The life of an acte: state -> event -> state. */
export const ACTE_LIFECYCLE = {
  draft: { submit: 'in_circuit' },
  in_circuit: { sign: 'signed', refuse: 'refused', withdraw: 'draft' },
  refused: { reopen: 'draft' },
  signed: { transmit: 'transmitting', reopen: 'draft' },
  // An answer may come while the outcome of the post is unknown (process killed in between)
  transmitting: {
    hand_over: 'transmitted',
    reject: 'anomaly',
    acknowledge: 'acknowledged',
    report_anomaly: 'anomaly',
  },
  transmitted: { acknowledge: 'acknowledged', report_anomaly: 'anomaly' },
  // The acknowledgement is the legal proof of receipt (CGCT L2131-1): it wins over an anomaly
  anomaly: { transmit: 'transmitting', reopen: 'draft', acknowledge: 'acknowledged' },
  acknowledged: {
    publish: 'published',
    publish_copy: 'published',
    archive: 'archived',
    cancel: 'cancelling',
  },
  // What an inhabitant reads may change without a change of state
  published: {
    publish: 'published',
    publish_copy: 'published',
    unpublish: 'published',
    archive: 'archived',
    cancel: 'cancelling',
  },
  archived: {
    publish: 'archived',
    publish_copy: 'archived',
    unpublish: 'archived',
    cancel: 'cancelling',
  },
  // A refused cancellation leaves the acte where it stood: nothing happens twice
  cancelling: {
    confirm_cancellation: 'cancelled',
    give_up_cancellation: 'acknowledged',
    keep_published: 'published',
    keep_archived: 'archived',
    unpublish: 'cancelling',
  },
  cancelled: { unpublish: 'cancelled' },
} as const

export type ActeState = keyof typeof ACTE_LIFECYCLE
export type ActeEvent = { [S in ActeState]: keyof (typeof ACTE_LIFECYCLE)[S] }[ActeState]

export const ACTE_STATES = Object.keys(ACTE_LIFECYCLE) as ActeState[]

/** The state after an event, or null when the event is not allowed. */
export function nextActeState(state: ActeState, event: ActeEvent): ActeState | null {
  return (ACTE_LIFECYCLE[state] as Partial<Record<ActeEvent, ActeState>>)[event] ?? null
}
