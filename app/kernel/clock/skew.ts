import { hostname } from 'node:os'
import logger from '@adonisjs/core/services/logger'
import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'

/** Beyond, somebody must look at the clocks of the machines: everything that we sign is dated. */
export const ALARM_MS = 2_000
/** Beyond, an operator is told of it; below, it is the journey of the question that was measured. */
const DRIFT_MS = 100
/** A longer journey would leave more doubt than noise. */
const SLOW_MS = 200
const EVERY_MS = 30_000
const FORGET_HOURS = 1

/** How far ahead of the base this process is, in milliseconds; null when the base was slow to say. */
export async function measureSkew(): Promise<number | null> {
  const before = clock.own().toMillis()
  const { rows } = await systemDb().rawQuery(
    'select extract(epoch from clock_timestamp()) * 1000 as base'
  )
  const after = clock.own().toMillis()
  if (after - before > SLOW_MS) return null
  const skew = Math.round((before + after) / 2 - Number(rows[0].base))
  return Math.abs(skew) > DRIFT_MS ? skew : 0
}

/** Measures, corrects the times that this process gives, and leaves the measure where all read it. */
export async function followBase(kind: string): Promise<void> {
  const skew = await measureSkew()
  if (skew === null) return
  clock.follow(-skew)
  await systemDb().rawQuery(
    `insert into kernel.heartbeats (name, at, details) values (?, now(), ?)
     on conflict (name) do update set at = now(), details = excluded.details`,
    [`clock:${hostname()}:${process.pid}`, JSON.stringify({ kind, skew })]
  )
  await systemDb().rawQuery(
    `delete from kernel.heartbeats where name like 'clock:%' and at < now() - make_interval(hours => ?)`,
    [FORGET_HOURS]
  )
  if (Math.abs(skew) > ALARM_MS) {
    logger.error({ skewMs: skew }, 'the clock of this machine and that of the base differ')
  }
}

/** Keeps this process on the time of the base until the returned function is called. */
export function keepFollowing(kind: string): () => void {
  const turn = () =>
    followBase(kind).catch((error) =>
      logger.debug({ err: error }, 'the base did not say what time it is')
    )
  void turn()
  const timer = setInterval(turn, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** Which processes are off, of those that were heard in the last two minutes. */
export async function clocksThatDiffer(): Promise<{ name: string; kind: string; skew: number }[]> {
  const { rows } = await systemDb().rawQuery(
    `select split_part(name, ':', 2) as name, details->>'kind' as kind, (details->>'skew')::bigint as skew
     from kernel.heartbeats where name like 'clock:%' and at > now() - make_interval(mins => 2)
       and abs((details->>'skew')::bigint) > ? order by name`,
    [DRIFT_MS]
  )
  return rows.map((row: any) => ({ ...row, skew: Number(row.skew) }))
}
