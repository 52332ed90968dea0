import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type pg from 'pg'
import { putChecked } from '#lib/backup/checked'
import type { Place } from '#lib/backup/place'
import type { Point } from '#lib/backup/points'
import { nextSegment, segmentName, segmentsBetween } from '#lib/backup/segments'
import type { ServerFiles } from './server_files.js'

const squeeze = promisify(gzip)

interface Shipping {
  client: pg.Client
  files: ServerFiles
  place: Place
  base: Point['base']
}

/** Closes the segment under way and saves all that were closed since the last time. Throws LogGap. */
export async function shipLog({ client, files, place, base }: Shipping) {
  const {
    rows: [{ at, bytes }],
  } = await client.query(
    `select clock_timestamp() as at, pg_size_bytes(current_setting('wal_segment_size')) as bytes`
  )
  // A commit after that moment: a restore that is asked to stop there meets it, and stops.
  await client.query(`select pg_logical_emit_message(true, 'halle', 'point')`)
  const last = await files.closeSegment()
  const segmentBytes = Number(bytes)
  const first = base.lastSegment ? nextSegment(base.lastSegment, segmentBytes) : base.firstSegment!
  for (const name of segmentsBetween(first, last, segmentBytes)) {
    const squeezed = await squeeze(await files.segment(name), { level: 1 })
    const source = Readable.from([squeezed], { objectMode: false })
    await putChecked(place, segmentName(base.id, name), source, squeezed.length)
  }
  const saved: Point['base'] = { ...base, lastSegment: last, segmentBytes }
  return { at: at.toISOString() as string, base: saved }
}
