import { actesConfig } from '#config/actes'
import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'

/**
 * The ministry takes so many bytes an hour from an operator, whoever of its members sends them.
 * Counted before the post, across all workers: what a crash leaves uncertain stays counted.
 */
export const postingQuota = {
  /** Counts these bytes in the current hour and returns 0, or how many seconds to wait for another. */
  async take(bytes: number): Promise<number> {
    const now = clock.now()
    const hour = now.startOf('hour')
    // A single archive larger than the whole hour would wait for ever: alone in its hour, it goes
    const { rows } = await systemDb().rawQuery(
      `insert into actes.posting_hours as known (hour, bytes) values (?, ?)
       on conflict (hour) do update set bytes = known.bytes + excluded.bytes
         where known.bytes + excluded.bytes <= ? or known.bytes = 0
       returning bytes`,
      [hour.toJSDate(), bytes, actesConfig.ministry.hourlyBytes]
    )
    if (rows.length > 0) return 0
    return Math.ceil(hour.plus({ hours: 1 }).diff(now, 'seconds').seconds)
  },

  /** These bytes did not leave after all. */
  async giveBack(bytes: number): Promise<void> {
    await systemDb().rawQuery(
      'update actes.posting_hours set bytes = greatest(0, bytes - ?) where hour = ?',
      [bytes, clock.now().startOf('hour').toJSDate()]
    )
  },

  /** Forgets the hours of the days before: they limit nothing any more. */
  async forget(): Promise<void> {
    const yesterday = clock.now().minus({ days: 1 }).toJSDate()
    await systemDb().from('actes.posting_hours').where('hour', '<', yesterday).delete()
  },
}
