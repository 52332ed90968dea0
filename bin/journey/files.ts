import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import yauzl from 'yauzl'

/** Unpacks the flat zip of a proof into `folder` and returns the names it held. */
export async function unpack(zip: Buffer, folder: string): Promise<string[]> {
  const archive = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(zip, {
    lazyEntries: true,
  })
  const names: string[] = []
  await new Promise<void>((resolve, reject) => {
    archive.on('end', resolve).on('error', reject)
    archive.on('entry', (entry: yauzl.Entry) => {
      if (/[/\\]/.test(entry.fileName))
        return reject(new Error(`Nom inattendu : ${entry.fileName}`))
      archive.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        names.push(entry.fileName)
        pipeline(stream, createWriteStream(join(folder, entry.fileName))).then(
          () => archive.readEntry(),
          reject
        )
      })
    })
    archive.readEntry()
  })
  return names
}

export async function keep(folder: string, name: string, content: string | Buffer): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, name), content)
}
