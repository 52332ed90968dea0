import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { asNonRoot } from '../../bin/setup/postgres_binaries.mjs'
import { freePort, privateFolder, stopping } from './daemons.js'
import { skipped } from './shared_data.js'
import { until } from './until.js'

const HOUSE = '/usr/lib/postgresql'

/** Where Debian's own PostgreSQL is, with pg_dump and pg_basebackup beside it; null where it is not. */
export function debianPostgres(): string | null {
  const versions = existsSync(HOUSE) ? readdirSync(HOUSE).sort((a, b) => Number(b) - Number(a)) : []
  const bin = versions
    .map((one) => join(HOUSE, one, 'bin'))
    .find((one) => existsSync(join(one, 'initdb')))
  if (bin) return bin
  if (process.env.CI === 'true') throw new Error('postgresql must be installed in CI')
  skipped.add('what is tried on a server of Debian, whose package postgresql is not installed')
  return null
}

/** A new server of Debian's in a folder of its own; its superuser is `postgres`. */
export async function startDebianPostgres(bin: string, settings: string[] = []) {
  const [port, folder] = [await freePort(), await privateFolder()]
  const data = join(folder, 'data')
  const args = [
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=trust',
    '--no-sync',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ]
  const made = spawnSync(...asNonRoot(join(bin, 'initdb'), args), { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stderr)
  const options = [
    ...settings,
    'fsync=off',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
  ]
  const child = spawn(
    ...asNonRoot(join(bin, 'postgres'), [
      ...['-D', data, '-p', String(port)],
      ...options.flatMap((one) => ['-c', one]),
    ]),
    { stdio: 'ignore' }
  )
  // It listens before it has started, and refuses meanwhile
  const where = ['-h', '127.0.0.1', '-p', String(port)]
  const isReady = () => spawnSync(join(bin, 'pg_isready'), where).status === 0
  await until(isReady, `PostgreSQL ready on ${port}`)
  const urlOf = (role: string, database: string) =>
    `postgres://${role}@127.0.0.1:${port}/${database}`
  return { port, folder, data, urlOf, stop: stopping(child, folder) }
}
