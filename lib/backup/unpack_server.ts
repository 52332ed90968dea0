import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract, type Header } from 'tar-stream'

/**
 * Lays out the files of a server in an empty folder. Throws for a name that would leave it, and for a
 * source that is cut, wherever that is.
 */
export async function unpackServer(packed: Readable, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const tar = extract()
  // The pouring alone says how it ended: a file whose source broke before it was read may say nothing, ever.
  const ended = new AbortController()
  let last = Promise.resolve()
  tar.on('entry', (header, entry, next) => {
    entry.on('error', () => undefined)
    last = layOut(header, entry as unknown as Readable, folder, ended.signal)
    last.then(() => next(), next)
  })
  try {
    await pipeline(packed, createGunzip(), tar)
    await last
  } finally {
    ended.abort()
  }
}

async function layOut(
  { name, type }: Header,
  entry: Readable,
  folder: string,
  signal: AbortSignal
): Promise<void> {
  const path = normalize(join(folder, name))
  if (!path.startsWith(folder + sep)) throw new Error(`Nom refusé dans la sauvegarde : ${name}`)
  if (type === 'directory') {
    await mkdir(path, { recursive: true, mode: 0o700 })
    entry.resume()
    return
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await pipeline(entry, createWriteStream(path, { mode: 0o600 }), { signal })
}
