import { systemDb } from '#kernel/system'
import { gathering } from '#lib/jobs/gathering'
import { HANDOVER } from './hand_over.js'

export interface Begun {
  id: string
  tenant_id: string | null
  name: string
  payload: object
  attempts: number
  max_attempts: number
}

interface Handed {
  id: string
  /** Of which hand-over, when that is known. */
  handover: string | null
}

/**
 * A number of attempts is not waited for on the disk: a base that loses power gives the job again,
 * as it does for whatever had not ended. In the order of their names: nobody waits for one another.
 */
const BEGIN = `
  with held as (
    select id from kernel.outbox,
      (select set_config('synchronous_commit', 'off', true)) as unhurried
    where id = any(:ids::uuid[]) and done_at is null and failed_at is null
      and exists (select from unnest(:ids::uuid[], :handovers::text[]) as asked (job, handover)
        where job = id and (handover is null or handover = ${HANDOVER}))
    order by id for update of outbox
  )
  update kernel.outbox set attempts = attempts + 1 from held where outbox.id = held.id
  returning outbox.id, tenant_id, name, payload, attempts, max_attempts, ${HANDOVER} as handover`

const MOST_TOGETHER = 100

const begin = gathering<Handed, Begun | undefined>(MOST_TOGETHER, async (handed) => {
  const asked = { ids: handed.map(({ id }) => id), handovers: handed.map((one) => one.handover) }
  const { rows } = await systemDb().rawQuery(BEGIN, asked as never)
  const begun = new Map<string, Begun & Handed>(rows.map((row: Begun & Handed) => [row.id, row]))
  // A hand-over and the one that replaced it may be asked for at once: one alone holds.
  const isOf = (one: Handed, row?: Handed) => row?.handover === (one.handover ?? row?.handover)
  return handed.map((one) => (isOf(one, begun.get(one.id)) ? begun.get(one.id) : undefined))
})

/**
 * Counts one more attempt and returns the job; nothing when it has ended, or when the queue brings
 * back a hand-over that another has replaced. Those that begin at once are asked together.
 */
export const beginJob = (id: string, handover: string | null = null): Promise<Begun | undefined> =>
  begin({ id, handover })

/** Writes that a job is done, with those that end at once: it is on the disk when it answers. */
export const endJob = gathering<string, void>(MOST_TOGETHER, async (ids) => {
  await systemDb().rawQuery(
    `update kernel.outbox set done_at = now(), last_error = null where id in (
       select id from kernel.outbox where id = any(?) order by id for update)`,
    [ids]
  )
  return ids.map(() => undefined)
})
