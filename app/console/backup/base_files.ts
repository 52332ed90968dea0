import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import type pg from 'pg'
import { putChecked } from '#lib/backup/checked'
import type { Place } from '#lib/backup/place'
import type { Point } from '#lib/backup/points'
import type { SavedBase } from './saved_base.js'
import { LogGap, type ServerFiles } from './server_files.js'
import { shipLog } from './ship_log.js'

interface FilesBase {
  client: pg.Client
  files: ServerFiles
  place: Place
  previous: Point | null
  whole: boolean
}

/**
 * Of a server whose files we may read: a copy of them once, then its log as it grows, so that any moment
 * since may come back. Another copy is made when asked, and when the log has a hole.
 */
export async function filesBase(asked: FilesBase): Promise<SavedBase> {
  const { client, files, place, previous, whole } = asked
  const server = await serverOf(client)
  const known = previous?.base.kind === 'files' && previous.base.id.startsWith(server)
  if (known && !whole) {
    try {
      return { ...(await shipLog({ client, files, place, base: previous.base })), isWhole: false }
    } catch (error) {
      if (!(error instanceof LogGap)) throw error
    }
  }
  const base = await wholeBase(client, { server, files, place })
  return { ...(await shipLog({ client, files, place, base })), isWhole: true }
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
  { server, files, place }: { server: string; files: ServerFiles; place: Place }
): Promise<Point['base']> {
  const { rows } = await client.query(
    `select clock_timestamp() as at, current_database() as database`
  )
  const [{ at, database }] = rows
  const id = `${server}-${at.toISOString().replace(/[-:.]/g, '')}`
  const { path, firstSegment } = await files.pack()
  try {
    const name = `bases/${id}/base.tar.gz`
    const { size } = await stat(path)
    const written = await putChecked(place, name, createReadStream(path), size)
    return { id, kind: 'files', name, ...written, database, firstSegment }
  } finally {
    await rm(path, { force: true })
  }
}
