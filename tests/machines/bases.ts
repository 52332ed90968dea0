import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { asNonRoot } from '../../bin/setup/postgres_binaries.mjs'
import { freePort, privateFolder, stopping, untilListening } from '../helpers/daemons.js'
import { startDebianPostgres } from '../helpers/debian_postgres.js'

/** An address that follows the failover, as a virtual address or HAProxy does. */
async function followingAddress(first: number) {
  let target = first
  const open = new Set<Socket>()
  const server = createServer((incoming) => {
    const outgoing = connect({ host: '127.0.0.1', port: target })
    for (const [from, to] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ]) {
      open.add(from)
      from.once('close', () => open.delete(from))
      from.on('error', () => to.destroy())
      from.once('close', () => to.destroy())
      from.pipe(to)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as { port: number }).port,
    moveTo(port: number) {
      target = port
      open.forEach((socket) => socket.destroy())
    },
    stop() {
      server.close()
      open.forEach((socket) => socket.destroy())
    },
  }
}

const psql = (bin: string, port: number, ...args: string[]) => {
  const where = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-v', 'ON_ERROR_STOP=1']
  const ran = spawnSync(join(bin, 'psql'), [...where, ...args], { encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(ran.stderr)
  return ran.stdout.trim()
}

/** A primary, a synchronous replica that streams from it, and the address that follows. */
export async function startBases(bin: string) {
  const streaming = ['wal_level=replica', 'max_connections=150', 'hot_standby=on']
  const primary = await startDebianPostgres(bin, streaming)
  psql(bin, primary.port, '-q', '-f', 'database/roles.sql', 'postgres')
  for (const name of ['halle', 'ailleurs'])
    psql(bin, primary.port, '-q', '-c', `create database ${name} owner halle_owner`, 'postgres')
  const [port, folder] = [await freePort(), await privateFolder()]
  const data = join(folder, 'data')
  const copy = ['-D', data, '-R', '-X', 'stream', '-h', '127.0.0.1', '-p', String(primary.port)]
  const copied = spawnSync(
    ...asNonRoot(join(bin, 'pg_basebackup'), [...copy, '-U', 'postgres', '--checkpoint=fast']),
    { encoding: 'utf8' }
  )
  if (copied.status !== 0) throw new Error(copied.stderr)
  const settings = [...streaming, 'fsync=off', 'listen_addresses=127.0.0.1']
  const options = [...settings, `unix_socket_directories=${folder}`].flatMap((one) => ['-c', one])
  const child = spawn(
    ...asNonRoot(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...options]),
    {
      stdio: 'ignore',
    }
  )
  await untilListening(port)
  psql(
    bin,
    primary.port,
    '-q',
    '-c',
    `alter system set synchronous_standby_names = '*'`,
    '-c',
    'select pg_reload_conf()',
    'postgres'
  )
  while (
    psql(
      bin,
      primary.port,
      '-Atc',
      `select count(*) from pg_stat_replication where sync_state = 'sync'`,
      'postgres'
    ) !== '1'
  )
    await sleep(200)
  const address = await followingAddress(primary.port)
  return {
    address,
    urlOf: (role: string, base = 'halle') => `postgres://${role}@127.0.0.1:${address.port}/${base}`,
    /** The primary dies; the replica takes its place. Returns how long the address led nowhere, in seconds. */
    async failOver(): Promise<number> {
      const startedAt = Date.now()
      await primary.stop('SIGKILL')
      psql(
        bin,
        port,
        '-q',
        '-c',
        `alter system set synchronous_standby_names = ''`,
        '-c',
        'select pg_promote()',
        'postgres'
      )
      address.moveTo(port)
      return (Date.now() - startedAt) / 1000
    },
    async stop() {
      address.stop()
      await stopping(child, folder)()
      await primary.stop()
    },
  }
}

/** PgBouncer of Debian in transaction mode, four connections behind it. */
export async function startPooler(basePort: number) {
  const [port, folder] = [await freePort(), await privateFolder()]
  writeFileSync(join(folder, 'users.txt'), '"halle_app" ""\n')
  const lines = [
    '[databases]',
    `* = host=127.0.0.1 port=${basePort}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    `auth_file = ${join(folder, 'users.txt')}`,
    ...['auth_type = trust', 'pool_mode = transaction', 'default_pool_size = 4'],
    ...['max_client_conn = 200', 'server_login_retry = 1', 'unix_socket_dir =', 'logfile ='],
  ]
  const file = join(folder, 'pgbouncer.ini')
  writeFileSync(file, lines.join('\n'))
  const child: ChildProcess = spawn(...asNonRoot('pgbouncer', ['-q', file]), { stdio: 'ignore' })
  await untilListening(port)
  return { url: `postgres://halle_app@127.0.0.1:${port}/halle`, stop: stopping(child, folder) }
}
