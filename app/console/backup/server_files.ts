import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { backupConfig } from '#config/backup'
import { uuidv7 } from '#lib/values'
import { packServer } from './pack_server.js'
import { statusOf } from './tools.js'

/** The server has recycled a segment that was not saved: what follows needs a whole base. */
export class LogGap extends Error {}

/** The files of a server: all of them once, then each closed segment of its log. */
export interface ServerFiles {
  /** A gzipped tar in a file of ours, and the first segment of the log that it needs. */
  pack(): Promise<{ path: string; firstSegment: string }>
  /** Ends the segment under way, and names it. */
  closeSegment(): Promise<string>
  /** Throws LogGap. */
  segment(name: string): Promise<Buffer>
}

/** Those of a server that runs in a folder of ours. */
export const ownFiles = (client: pg.Client, folder: string): ServerFiles => ({
  async pack() {
    await client.query(`select pg_backup_start('halle', true)`)
    const { path, label } = await packServer(folder, async () => {
      const stop = await client.query('select labelfile from pg_backup_stop(false)')
      return stop.rows[0].labelfile
    })
    return { path, firstSegment: LABEL.exec(label)![1] }
  },
  closeSegment: () => named(client, 'select pg_walfile_name(pg_switch_wal()) as name'),
  segment: (name) =>
    readFile(join(folder, 'pg_wal', name)).catch((error) => {
      throw error.code === 'ENOENT' ? new LogGap(name) : error
    }),
})

/** PostgreSQL: undefined_file. */
const NO_SUCH_FILE = '58P01'

/** Those of a server that lives elsewhere, by its own doors, once `database/log.sql` has opened them. */
export const distantFiles = (client: pg.Client): ServerFiles => ({
  pack: baseBackup,
  closeSegment: () => named(client, 'select halle_log.close_segment() as name'),
  async segment(name) {
    const { rows } = await client
      .query('select halle_log.segment($1) as bytes', [name])
      .catch((error) => {
        throw error.code === NO_SUCH_FILE ? new LogGap(name) : error
      })
    return rows[0].bytes
  },
})

/** Whether both doors are open to the role that saves. */
export async function mayFollowLog(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `select rolreplication and to_regprocedure('halle_log.segment(text)') is not null as may
     from pg_roles where rolname = current_user`
  )
  return rows[0].may
}

async function named(client: pg.Client, sql: string): Promise<string> {
  const { rows } = await client.query(sql)
  return rows[0].name
}

const ARGUMENTS = ['--pgdata=-', '--format=tar', '--wal-method=none', '--checkpoint=fast']

/** By pg_basebackup, whose archive begins with the label that says where the log does. */
async function baseBackup(): Promise<{ path: string; firstSegment: string }> {
  await mkdir(backupConfig.aside, { recursive: true, mode: 0o700 })
  const path = join(backupConfig.aside, `${uuidv7()}.tar.gz`)
  const args = [...ARGUMENTS, '--no-manifest', '--dbname', backupConfig.databaseUrl]
  const child = spawn('pg_basebackup', args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = statusOf(child)
  let head = ''
  const reading = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      if (head.length < LONGEST_HEAD) head += chunk.toString('latin1')
      yield chunk
    }
  }
  const file = createWriteStream(path, { mode: 0o600 })
  const [status, said] = await Promise.all([
    ended,
    text(child.stderr),
    pipeline(child.stdout, reading, createGzip({ level: 1 }), file),
  ])
  const firstSegment = LABEL.exec(head)?.[1]
  if (status === 0 && firstSegment) return { path, firstSegment }
  await rm(path, { force: true })
  throw new Error(`pg_basebackup a échoué (${status}) : ${said.trim().slice(-2000)}`)
}

const LONGEST_HEAD = 16_384
const LABEL = /START WAL LOCATION: [^\n]*\(file ([0-9A-F]{24})\)/
