import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { backupConfig } from '#config/backup'
import { filesOf } from '#lib/uploads/pieces'
import type { Place } from '#lib/backup/place'
import type { Point } from '#lib/backup/points'
import { dumpBase } from './base_dump.js'
import { filesBase } from './base_files.js'
import type { SavedBase } from './saved_base.js'
import { distantFiles, mayFollowLog, ownFiles, type ServerFiles } from './server_files.js'

/** Saves the database, whole or what follows the last time. `previous` is the last point of the place. */
export async function saveBase(
  place: Place,
  previous: Point | null,
  options: { whole: boolean }
): Promise<SavedBase> {
  const client = new pg.Client({ connectionString: backupConfig.databaseUrl })
  await client.connect()
  try {
    const files = await filesOfServer(client)
    return files
      ? await filesBase({ client, files, place, previous, ...options })
      : await dumpBase(client, place)
  } finally {
    await client.end()
  }
}

/** Everything that the rows of all members name, as the role that saves sees it. */
export async function documentsNamed(): Promise<string[]> {
  const client = new pg.Client({ connectionString: backupConfig.databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query(
      'select storage_key as key, pieces from kernel.blobs order by 1'
    )
    return rows.flatMap(({ key, pieces }) => filesOf(key, pieces))
  } finally {
    await client.end()
  }
}

/** What may be read of the server below its base; null for one that can only be dumped. */
async function filesOfServer(client: pg.Client): Promise<ServerFiles | null> {
  const folder = await ownFolder(client)
  if (folder) return ownFiles(client, folder)
  return (await mayFollowLog(client)) ? distantFiles(client) : null
}

/** The folder of a server that is ours, to read its files; null for one that lives elsewhere. */
async function ownFolder(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query(
    `select case when rolsuper then current_setting('data_directory') end as folder
     from pg_roles where rolname = current_user`
  )
  const folder: string | null = rows[0]?.folder
  if (!folder) return null
  return access(join(folder, 'PG_VERSION'), constants.R_OK).then(
    () => folder,
    () => null // on another machine, or kept from us: its owner dumps it
  )
}
