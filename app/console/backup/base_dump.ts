import { createReadStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { backupConfig } from '#config/backup'
import { putChecked } from '#lib/backup/checked'
import type { Place } from '#lib/backup/place'
import { uuidv7 } from '#lib/values'
import type { SavedBase } from './saved_base.js'
import { runTool } from './tools.js'

/**
 * What carries the jobs is made again by halle:prepare: the outbox holds them. What follows the log is
 * of its server, and its superuser's.
 */
export const LEFT_OUT = ['--exclude-schema=bullmq', '--exclude-schema=halle_log']

/** Of a server that is not ours: a dump, whole each time, by pg_dump, whose status is read. */
export async function dumpBase(client: pg.Client, place: Place): Promise<SavedBase> {
  await refuseHalf(client)
  const { rows } = await client.query('select clock_timestamp() as at')
  const at: string = rows[0].at.toISOString()
  await mkdir(backupConfig.aside, { recursive: true, mode: 0o700 })
  const path = join(backupConfig.aside, `${uuidv7()}.dump`)
  try {
    const args = ['--format=custom', ...LEFT_OUT, '--file', path]
    await runTool('pg_dump', [...args, '--dbname', backupConfig.databaseUrl])
    await runTool('pg_restore', ['--list', path])
    const id = `dump-${at.replace(/[-:.]/g, '')}`
    const name = `bases/${id}/base.dump`
    const { size } = await stat(path)
    const written = await putChecked(place, name, createReadStream(path), size)
    return { at, base: { id, kind: 'dump', name, ...written }, isWhole: true }
  } finally {
    await rm(path, { force: true })
  }
}

/** A role that the walls stop would save no row of any member, and not always say so. */
async function refuseHalf(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select rolsuper or rolbypassrls as sees, rolname as name from pg_roles where rolname = current_user`
  )
  if (rows[0].sees) return
  throw new Error(
    `Le rôle ${rows[0].name} ne voit pas les lignes des membres : donnez DATABASE_BACKUP_URL (rôle halle_backup, database/roles.sql).`
  )
}
