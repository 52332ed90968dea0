import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import type pg from 'pg'
import { putChecked } from '#lib/backup/checked'
import type { Place } from '#lib/backup/place'
import type { Point } from '#lib/backup/points'
import type { SavedBase } from './saved_base.js'
import { packServer } from './pack_server.js'
import { LogGap, shipLog } from './ship_log.js'

interface FilesBase {
  client: pg.Client
  folder: string
  place: Place
  previous: Point | null
  whole: boolean
}

/**
 * Of a server whose files are ours: a copy of them once, then its log as it grows, so that any moment
 * since may come back. Another copy is made when asked, and when the log has a hole.
 */
export async function filesBase(asked: FilesBase): Promise<SavedBase> {
  const { client, folder, place, previous, whole } = asked
  const server = await serverOf(client)
  const known = previous?.base.kind === 'files' && previous.base.id.startsWith(server)
  if (known && !whole) {
    try {
      return { ...(await shipLog({ client, folder, place, base: previous.base })), isWhole: false }
    } catch (error) {
      if (!(error instanceof LogGap)) throw error
    }
  }
  const base = await wholeBase(client, { server, folder, place })
  return { ...(await shipLog({ client, folder, place, base })), isWhole: true }
}

/** One server on one timeline: after a restore, what follows is another story. */
async function serverOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query(
    `select system_identifier || '-' || timeline_id as server from pg_control_system(), pg_control_checkpoint()`
  )
  return rows[0].server
}

async function wholeBase(
  client: pg.Client,
  { server, folder, place }: { server: string; folder: string; place: Place }
): Promise<Point['base']> {
  const { rows } = await client.query(
    `select pg_backup_start('halle', true), clock_timestamp() as at`
  )
  const id = `${server}-${rows[0].at.toISOString().replace(/[-:.]/g, '')}`
  const packed = await packServer(folder, async () => {
    const stop = await client.query('select labelfile from pg_backup_stop(false)')
    return stop.rows[0].labelfile
  })
  try {
    const name = `bases/${id}/base.tar.gz`
    const { size } = await stat(packed.path)
    const written = await putChecked(place, name, createReadStream(packed.path), size)
    const firstSegment = /\(file ([0-9A-F]{24})\)/.exec(packed.label)![1]
    return { id, kind: 'files', name, ...written, firstSegment }
  } finally {
    await rm(packed.path, { force: true })
  }
}
