import { tenancy } from '#kernel/tenancy'

/** To so many receivers of one tenant at a time, and one message at a time to each. */
export const LANES_PER_TENANT = 3
/** Longer than an exchange: a run that died leaves its lane after that. */
const LEASE_SECONDS = 60

export interface Lane {
  id: string
  enabled: boolean
  /** Nobody asked us to let it rest. */
  rested: boolean
  busy: boolean
  sending_by: string | null
}

/** The lanes of the tenant in context, locked in one order: who sends is decided one at a time. */
export async function holdLanes(): Promise<Lane[]> {
  const { rows } = await tenancy.trx().rawQuery(
    `select id, disabled_at is null as enabled, sending_by,
       resting_until is null or resting_until <= now() as rested,
       sending_until is not null and sending_until > now() as busy
     from webhooks.webhooks where tenant_id = ? order by id for no key update`,
    [tenancy.tenantId()]
  )
  return rows
}

/** Takes a lane for a run; `holdLanes` was asked in the same transaction. */
export async function takeLane(id: string, runId: string): Promise<void> {
  await tenancy.trx().rawQuery(
    `update webhooks.webhooks
     set sending_by = ?, sending_until = now() + make_interval(secs => ?)
     where tenant_id = ? and id = ?`,
    [runId, LEASE_SECONDS, tenancy.tenantId(), id]
  )
}

/** Leaves the lane that a run took, if it still has it. */
export async function leaveLane(id: string, runId: string): Promise<void> {
  await tenancy.trx().rawQuery(
    `update webhooks.webhooks set sending_by = null, sending_until = null
     where tenant_id = ? and id = ? and sending_by = ?`,
    [tenancy.tenantId(), id, runId]
  )
}

/** The lane of the tenant in context whose message has waited longest, and that may send it now. */
export async function nextLane(): Promise<string | null> {
  const { rows } = await tenancy.trx().rawQuery(
    `select lanes.id from webhooks.webhooks lanes
     cross join lateral (
       select min(next_at) as next_at from webhooks.deliveries due
       where due.tenant_id = lanes.tenant_id and due.webhook_id = lanes.id and next_at <= now()
     ) waiting
     where lanes.tenant_id = ? and waiting.next_at is not null and lanes.disabled_at is null
       and (lanes.resting_until is null or lanes.resting_until <= now())
       and (lanes.sending_until is null or lanes.sending_until <= now())
     order by waiting.next_at limit 1`,
    [tenancy.tenantId()]
  )
  return rows[0]?.id ?? null
}
