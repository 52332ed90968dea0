import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'

/** Lays out the files of a server in an empty folder. Throws for a name that would leave it. */
export async function unpackServer(packed: Readable, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const tar = extract()
  const pouring = pipeline(packed, createGunzip(), tar)
  pouring.catch((error) => tar.destroy(error))
  for await (const entry of tar) {
    const { name, type } = entry.header
    const path = normalize(join(folder, name))
    if (!path.startsWith(folder + sep)) throw new Error(`Nom refusé dans la sauvegarde : ${name}`)
    if (type === 'directory') {
      await mkdir(path, { recursive: true, mode: 0o700 })
      entry.resume()
      continue
    }
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await pipeline(entry, createWriteStream(path, { mode: 0o600 }))
  }
  await pouring
}
