export interface Dispatched {
  id: string
  tenantId: string | null
  queue: string
  name: string
  priority: number
  /** When it was handed over, in microseconds: it tells one hand-over from the next. */
  handover: string
}

/** A column of the same meaning as `Dispatched.handover`. */
export const HANDOVER = '(extract(epoch from dispatched_at) * 1000000)::bigint::text'
