import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import yauzl from 'yauzl'

/** Where a file of the journey goes. Throws where its name climbs out of the folder. */
export function placeIn(out: string, name: string): string {
  const path = resolve(out, name)
  if (!path.startsWith(resolve(out) + sep)) throw new Error(`« ${name} » sort du dossier`)
  return path
}

/** Writes a file of the journey, its folders with it. */
export async function lay(out: string, name: string, content: string | Buffer): Promise<void> {
  const path = placeIn(out, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

export const layJson = (out: string, name: string, value: unknown) =>
  lay(out, name, `${JSON.stringify(value, null, 2)}\n`)

/** Unpacks a ZIP with its folders. */
export async function layZip(out: string, zip: string): Promise<void> {
  const archive = await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(zip, {
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
