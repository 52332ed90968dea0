import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { backupConfig } from '#config/backup'
import { digestOf } from '#lib/backup/checked'
import type { Place } from '#lib/backup/place'
import type { Goal } from '#lib/backup/points'
import { segmentName, segmentsBetween } from '#lib/backup/segments'
import { unpackServer } from '#lib/backup/unpack_server'
import { uuidv7 } from '#lib/values'
import { LEFT_OUT } from './base_dump.js'
import { startAside } from './server_aside.js'
import { runTool } from './tools.js'

/** Reads everything, walls or not, and no password is asked of it in a folder that only we open. */
const READER = 'halle_backup'

/**
 * Brings the files of a server back to a moment, in a server of our own that nobody else can reach,
 * and gives a dump of its base to `use`. The server of the settings is never touched but through its
 * base: whoever restores needs be neither its superuser nor on its machine.
 */
export async function recoverAside(
  place: Place,
  goal: Goal,
  use: (dump: string) => Promise<void>
): Promise<void> {
  const folder = join(backupConfig.aside, uuidv7())
  const sockets = await mkdtemp(join(tmpdir(), 'halle-'))
  try {
    await layOut(place, goal, folder)
    const database = goal.point.base.database ?? 'halle'
    const server = await startAside({ folder, sockets, database, user: READER, settings: to(goal) })
    try {
      const dump = join(folder, 'base.dump')
      const url = `postgresql:///${database}?host=${encodeURIComponent(sockets)}&user=${READER}`
      const args = ['--format=custom', ...LEFT_OUT, '--file', dump]
      await runTool('pg_dump', [...args, '--dbname', url])
      await use(dump)
    } finally {
      await server.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
    await rm(sockets, { recursive: true, force: true })
  }
}

/** « Z » is an abbreviation, which PostgreSQL does not know yet when it reads its settings. */
const written = (at: string) => at.replace('T', ' ').replace(/Z$/, '+00')

const to = ({ stopAt }: Goal) => [
  `restore_command=test -f "../log/%f.gz" && gzip -dc "../log/%f.gz" > "%p"`,
  'recovery_target_action=promote',
  ...(stopAt ? [`recovery_target_time=${written(stopAt)}`] : []),
]

/** The files as they were copied, the log beside them, and settings of ours instead of theirs. */
async function layOut(place: Place, { point: { base } }: Goal, folder: string): Promise<void> {
  if ((await digestOf(place, base.name)).sha256 !== base.sha256)
    throw new Error(`${base.name} n’est plus ce qui a été sauvé.`)
  const [data, log] = [join(folder, 'data'), join(folder, 'log')]
  await mkdir(log, { recursive: true, mode: 0o700 })
  await unpackServer(await place.read(base.name), data)
  for (const name of segmentsBetween(base.firstSegment!, base.lastSegment!, base.segmentBytes)) {
    const kept = createWriteStream(join(log, `${name}.gz`), { mode: 0o600 })
    await pipeline(await place.read(segmentName(base.id, name)), kept)
  }
  await rm(join(data, 'standby.signal'), { force: true })
  await writeFile(join(data, 'recovery.signal'), '')
  for (const name of ['postgresql.conf', 'postgresql.auto.conf', 'pg_ident.conf'])
    await writeFile(join(data, name), '')
  await writeFile(join(data, 'pg_hba.conf'), 'local all all trust\n')
}
