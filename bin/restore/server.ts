import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { digestOf } from '#lib/backup/checked'
import type { Place } from '#lib/backup/place'
import type { Goal } from '#lib/backup/points'
import { segmentName, segmentsBetween } from '#lib/backup/segments'
import { unpackServer } from '#lib/backup/unpack_server'
import { ENTER_REHEARSAL } from '#lib/backup/rehearsal'
import { startPostgres } from '../setup/postgres.mjs'

const ASKED_EVERY_MS = 200

/** Lays out the server as it was at the goal, already rehearsing: in `postgres` once it is whole, not before. */
export async function layOutBase(place: Place, goal: Goal, dataDir: string): Promise<void> {
  const aside = join(dataDir, 'postgres.restauration')
  await rm(aside, { recursive: true, force: true })
  const log = join(aside, 'log')
  await mkdir(log, { recursive: true, mode: 0o700 })
  const { base } = goal.point
  if ((await digestOf(place, base.name)).sha256 !== base.sha256)
    throw new Error(`${base.name} n’est plus ce qui a été sauvé.`)
  await unpackServer(await place.read(base.name), join(aside, 'data'))
  const segments = segmentsBetween(base.firstSegment!, base.lastSegment!, base.segmentBytes)
  for (const name of segments) {
    const to = createWriteStream(join(log, `${name}.gz`), { mode: 0o600 })
    await pipeline(await place.read(segmentName(base.id, name)), to)
  }
  await replay(aside, log, goal)
  await rm(log, { recursive: true })
  await rm(join(dataDir, 'postgres'), { recursive: true, force: true })
  await rename(aside, join(dataDir, 'postgres'))
}

/** PostgreSQL reads its log again up to the goal; then the base says that it rehearses. */
async function replay(aside: string, log: string, { point, stopAt }: Goal): Promise<void> {
  await writeFile(join(aside, 'data', 'recovery.signal'), '')
  const from = `test -f "${log}/%f.gz" && gzip -dc "${log}/%f.gz" > "%p"`
  const settings = [`restore_command=${from}`, 'recovery_target_action=promote']
  if (stopAt) settings.push(`recovery_target_time=${stopAt}`)
  const server = await startPostgres(aside, { settings })
  try {
    const url = Object.assign(new URL(server.url), { pathname: '/halle' }).href
    await untilOpen(url)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(ENTER_REHEARSAL, [JSON.stringify({ at: stopAt ?? point.at })])
    await client.end()
  } finally {
    await server.stop()
  }
}

async function untilOpen(url: string): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      const { rows } = await client.query('select pg_is_in_recovery() as reading')
      if (!rows[0].reading) return
    } catch {
      // it refuses everybody until its files agree
    } finally {
      await client.end().catch(() => undefined)
    }
    await sleep(ASKED_EVERY_MS)
  }
}
