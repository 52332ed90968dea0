import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** Where Debian puts the programs of each major version. */
const HOUSE = '/usr/lib/postgresql'
const ASKED_EVERY_MS = 200

interface Aside {
  /** Holds `data`. */
  folder: string
  /** A folder that only we open: the server listens nowhere else. */
  sockets: string
  database: string
  user: string
  /** `name=value` of PostgreSQL. */
  settings: string[]
}

/**
 * What no server of elsewhere decides here: it opens once its log is read, to us alone, and loads
 * nothing. Without hot standby, it asks for none of the sizes that the other one had.
 */
const OWN = [
  'listen_addresses=',
  'hot_standby=off',
  'archive_mode=off',
  'ssl=off',
  'shared_preload_libraries=',
  'logging_collector=off',
]

/** Starts a server on files, and waits until its log is read. Throws what it says when it ends before. */
export async function startAside({ folder, sockets, database, user, settings }: Aside) {
  const data = join(folder, 'data')
  const options = [...OWN, `unix_socket_directories=${sockets}`, ...settings]
  const args = ['-D', data, '-p', '5432', ...options.flatMap((one) => ['-c', one])]
  const program = await programFor(data)
  const [command, all] = asNobodyElse(program, args)
  const child = spawn(command, all, { stdio: ['ignore', 'ignore', 'pipe'] })
  const said = text(child.stderr!)
  await Promise.race([
    untilOpen({ host: sockets, database, user }, child),
    once(child, 'exit').then(async () => {
      throw new Error(`PostgreSQL n’a pas relu son journal : ${(await said).trim().slice(-2000)}`)
    }),
  ])
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGINT')
    await ended
  }
  return { stop }
}

async function programFor(data: string): Promise<string> {
  const version = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim()
  const program = join(HOUSE, version, 'bin', 'postgres')
  if (existsSync(program)) return program
  throw new Error(
    `Ce qui a été sauvé vient de PostgreSQL ${version}, qui n’est pas sur cette machine : installez postgresql-${version}.`
  )
}

/** PostgreSQL refuses to run as root: in a namespace where we look like another, files stay ours. */
function asNobodyElse(program: string, args: string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [program, args]
  return ['unshare', ['--user', '--map-user=1', '--map-group=1', program, ...args]]
}

async function untilOpen(to: pg.ClientConfig, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const client = new pg.Client({ ...to, port: 5432 })
    client.on('error', () => undefined) // the answer below says it
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
