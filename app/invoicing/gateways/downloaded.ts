import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import yauzl from 'yauzl'

export interface Downloaded {
  name: string
  bytes: Buffer
}

const ZIP = Buffer.from([0x50, 0x4b, 3, 4])
const LARGEST_FILE = 200_000_000
const open = promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)

/**
 * The file of each invoice, with its identifier: it alone, or a ZIP whose names bear the identifiers;
 * those that cannot be told apart are left out.
 */
export async function filesOf({ bytes: given, ids }: { bytes: Buffer; ids: number[] }) {
  // A thread receives the bytes as plain data, and no more as a Buffer
  const bytes = Buffer.from(given)
  const found: { id: number; file: Downloaded }[] = []
  if (!bytes.subarray(0, 4).equals(ZIP)) {
    return ids.length === 1 ? [{ id: ids[0], file: { name: 'facture.pdf', bytes } }] : found
  }
  for (const file of await unzipped(bytes)) {
    const id = ids.find((one) => new RegExp(`(^|\\D)${one}(\\D|$)`).test(file.name))
    if (id !== undefined) found.push({ id, file })
  }
  return found
}

async function unzipped(bytes: Buffer): Promise<Downloaded[]> {
  const zip = await open(bytes, { lazyEntries: true })
  const files: Downloaded[] = []
  return new Promise((resolve, reject) => {
    zip.on('error', reject).on('end', () => resolve(files))
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entry.fileName.endsWith('/') || entry.uncompressedSize > LARGEST_FILE)
        return zip.readEntry()
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        buffer(stream).then((content) => {
          files.push({ name: entry.fileName.split('/').at(-1)!, bytes: content })
          zip.readEntry()
        }, reject)
      })
    })
    zip.readEntry()
  })
}
