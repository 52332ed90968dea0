import { createWriteStream } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import yauzl from 'yauzl'

/** Writes a file of the journey, its folders with it. */
export async function lay(out: string, name: string, content: string | Buffer): Promise<void> {
  const path = join(out, name)
  if (!resolve(path).startsWith(resolve(out))) throw new Error(`« ${name} » sort du dossier`)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

export const layJson = (out: string, name: string, value: unknown) =>
  lay(out, name, `${JSON.stringify(value, null, 2)}\n`)

/** Unpacks a ZIP with its folders. */
export async function layZip(out: string, zip: Buffer): Promise<void> {
  const archive = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(zip, {
    lazyEntries: true,
  })
  const open = promisify(archive.openReadStream.bind(archive)) as (
    entry: yauzl.Entry
  ) => Promise<NodeJS.ReadableStream>
  await new Promise<void>((done, fail) => {
    archive.on('end', done).on('error', fail)
    archive.on('entry', async (entry: yauzl.Entry) => {
      try {
        const path = join(out, entry.fileName)
        await mkdir(dirname(path), { recursive: true })
        await pipeline(await open(entry), createWriteStream(path))
        archive.readEntry()
      } catch (error) {
        fail(error)
      }
    })
    archive.readEntry()
  })
}

/** Whether what was opened is what was sent, byte for byte. */
export async function isSame(path: string, bytes: Buffer): Promise<boolean> {
  return (await readFile(path)).equals(bytes)
}
