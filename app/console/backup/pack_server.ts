import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack, type Pack } from 'tar-stream'
import { backupConfig } from '#config/backup'
import { uuidv7 } from '#lib/values'

/** Made again at each start, or of the running server alone (PostgreSQL, « Low Level API »). */
const EMPTIED =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\//
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|backup_label.*|tablespace_map.*|(.*\/)?pgsql_tmp.*|(.*\/)?pg_internal\.init.*)$/

/**
 * Packs the files of a running server between the two calls that make them a backup; `stop` is the
 * second, and gives the label without which they would be opened as if nothing was wrong.
 */
export async function packServer(
  folder: string,
  stop: () => Promise<string>
): Promise<{ path: string; label: string }> {
  await mkdir(backupConfig.aside, { recursive: true, mode: 0o700 })
  const path = join(backupConfig.aside, `${uuidv7()}.tar.gz`)
  const tar = pack()
  const written = pipeline(tar, createGzip({ level: 1 }), createWriteStream(path, { mode: 0o600 }))
  written.catch(() => undefined) // told below, where it is awaited
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const name = join(entry.parentPath, entry.name).slice(folder.length + 1)
    if (LEFT_OUT.test(name)) continue
    if (entry.isDirectory()) {
      if (!EMPTIED.test(name)) tar.entry({ name, type: 'directory', mode: 0o700 })
    } else if (entry.isFile() && !EMPTIED.test(name)) await addFile(tar, join(folder, name), name)
  }
  const label = await stop()
  tar.entry({ name: 'backup_label', mode: 0o600 }, label)
  tar.finalize()
  await written
  return { path, label }
}

/** As many bytes as it had when its turn came: what changes meanwhile is in the log. */
async function addFile(tar: Pack, path: string, name: string): Promise<void> {
  const size = await stat(path).then(
    (found) => found.size,
    (error) => {
      if (error.code === 'ENOENT') return null // a table dropped meanwhile
      throw error
    }
  )
  if (size === null) return
  const entry = tar.entry({ name, size, mode: 0o600 }) as unknown as NodeJS.WritableStream
  const ended = new Promise<void>((resolve, reject) => {
    entry.once('finish', () => resolve())
    entry.once('error', (error) => reject(error))
  })
  let left = size
  if (size > 0) {
    for await (const chunk of createReadStream(path, { end: size - 1 })) {
      left -= chunk.length
      await push(entry, chunk)
    }
  }
  for (; left > 0; left -= Math.min(left, ZEROS.length))
    await push(entry, ZEROS.subarray(0, Math.min(left, ZEROS.length)))
  entry.end()
  await ended
}

const ZEROS = Buffer.alloc(8192)

const push = (entry: NodeJS.WritableStream, chunk: Buffer) =>
  new Promise<void>((resolve) => {
    if (entry.write(chunk)) resolve()
    else entry.once('drain', resolve)
  })
