import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { LARGE_BYTES } from './files.js'

const target = () => mkdtemp(join(process.env.DATA_DIR!, 'bare-'))

/** Each file of a folder read, hashed, encrypted and on the disk before the next one. */
export async function bareFilesPerSecond(folder: string): Promise<number> {
  const [names, to] = [await readdir(folder), await target()]
  const from = performance.now()
  for (const name of names) {
    const bytes = await readFile(join(folder, name))
    createHash('sha256').update(bytes).digest()
    const cipher = createCipheriv('aes-256-gcm', randomBytes(32), randomBytes(12))
    const file = await open(join(to, name), 'w')
    await file.writev([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    await file.datasync()
    await file.close()
  }
  const seconds = (performance.now() - from) / 1000
  await rm(to, { recursive: true })
  return names.length / seconds
}

/** The one file of a folder, as a stream, with one fsync at its end. */
export async function bareMegabytesPerSecond(folder: string): Promise<number> {
  const [[name], to] = [await readdir(folder), await target()]
  const from = performance.now()
  const hash = createHash('sha256')
  const cipher = createCipheriv('aes-256-gcm', randomBytes(32), randomBytes(12))
  const file = await open(join(to, name), 'w')
  for await (const chunk of createReadStream(join(folder, name), { highWaterMark: 1024 ** 2 })) {
    hash.update(chunk as Buffer)
    await file.write(cipher.update(chunk as Buffer))
  }
  cipher.final()
  hash.digest()
  await file.datasync()
  await file.close()
  const seconds = (performance.now() - from) / 1000
  await rm(to, { recursive: true })
  return LARGE_BYTES / 1e6 / seconds
}
