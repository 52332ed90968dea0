import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { moment } from '#identity/moment'
import { TooManyAttempts } from '#identity/errors'
import { tenancy } from '#kernel/tenancy'
import { delayAfter, type Patience } from './delays.js'

export interface Counter {
  /** Digests only: the table names nobody. */
  key: string
  patience: Patience
}

/** So many waits, each longer: beyond, the wait is the longest and the count need not grow. */
const WAITS = 22
const steps = ({ free }: Patience) => free + WAITS

/**
 * Where nothing is to be waited for, the next attempt was possible long ago: a neighbour's that began
 * before this one was written, and waited for its row, is not refused for a few milliseconds.
 */
const RESTED_SECONDS = -3600

/** Counts an attempt where none must be waited for; returns no row where one must. */
const COUNT = `
  insert into kernel.attempts as a (key, count, next_at, expires_at)
  values (:key, :by, :now::timestamptz + make_interval(secs => :rested), :now::timestamptz + make_interval(secs => :forget))
  on conflict (key) do update set
    count = case when a.expires_at <= :now then :by else least(a.count + :by, :steps::int) end,
    next_at = :now::timestamptz + make_interval(secs => coalesce((:delays::int[])[
      case when a.expires_at <= :now then :by else least(a.count + :by, :steps::int) end - :free], :rested)),
    expires_at = :now::timestamptz + make_interval(secs => :forget)
  where a.next_at <= :now or a.expires_at <= :now
  returning count`

/**
 * Counts one attempt with each of `counted`, or with none: throws TooManyAttempts when one of them,
 * or of `watched`, wants a wait. An attempt that is refused costs nothing more.
 */
export async function admit(counted: Counter[], watched: Counter[] = []): Promise<void> {
  const [alone] = counted
  if (counted.length === 1 && watched.length === 0) return void (await admitSeveral(alone, 1))
  await outside(async (trx) => {
    for (const { key } of watched) {
      const seconds = await waitOf(trx, key)
      if (seconds > 0) throw refusal(seconds)
    }
    for (const counter of counted.toSorted(inOrder)) await count(trx, counter)
  })
}

/** Whoever takes several rows takes them in one order, or two visitors wait for each other for ever. */
const IN_ORDER = 'key collate "C"'
const inOrder = (one: Counter, other: Counter) => (one.key < other.key ? -1 : 1)

async function count(client: QueryClientContract, { key, patience }: Counter, by = 1) {
  const { free } = patience
  const delays = Array.from({ length: WAITS }, (_, n) => delayAfter(free + n + 1, patience))
  const values = {
    ...{ key, by },
    now: moment() as never,
    forget: patience.forget,
    rested: RESTED_SECONDS,
    free,
    steps: steps(patience),
    delays: `{${delays.join(',')}}`,
  }
  const { rows } = await client.rawQuery(COUNT, values)
  if (rows.length === 0) throw refusal(await waitOf(client, key))
  return rows[0].count as number
}

/** Counts several attempts of one counter, or refuses them; how many there are now. */
export const admitSeveral = (counter: Counter, by: number): Promise<number> =>
  count(db.connection('app'), counter, by)

/** The seconds that are still to wait, by the clock of the base. */
async function waitOf(trx: QueryClientContract, key: string): Promise<number> {
  const seconds = trx.knexRawQuery('extract(epoch from next_at - ?) as seconds', [moment()])
  const row = await trx.from('kernel.attempts').where('key', key).select(seconds).first()
  return row ? Number(row.seconds) : 0
}

const refusal = (seconds: number) => new TooManyAttempts(inWords(seconds))

/** Takes attempts back: they succeeded. Those before them stay, but for those of `forgotten`. */
export async function takeBack(counted: Counter[], forgotten: Counter[], by = 1): Promise<void> {
  const keysOf = (counters: Counter[]) => counters.map(({ key }) => key)
  const rest = (client: QueryClientContract) =>
    client
      .from('kernel.attempts')
      .whereIn('key', keysOf(counted))
      .update({
        count: client.raw('greatest(count - ?, 0)', [by]),
        next_at: moment(RESTED_SECONDS),
      })
  if (forgotten.length === 0) return void (await rest(db.connection('app')))
  const keys = keysOf([...counted, ...forgotten])
  await outside(async (trx) => {
    await trx.from('kernel.attempts').whereIn('key', keys).orderByRaw(IN_ORDER).forUpdate()
    await trx.from('kernel.attempts').whereIn('key', keysOf(forgotten)).delete()
    await rest(trx)
  })
}

const outside = <T>(work: (trx: TransactionClientContract) => Promise<T>): Promise<T> =>
  tenancy.outside(() => db.connection('app').transaction(work))

/** « 40 secondes », « une minute », « 5 minutes ». */
export function inWords(seconds: number): string {
  if (seconds < 55) return `${Math.max(1, Math.ceil(seconds / 5) * 5)} secondes`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? 'une minute' : `${minutes} minutes`
}
