import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'
import { extract, pack } from 'tar-stream'

export interface ArchiveFile {
  name: string
  bytes: Buffer
}

const compress = promisify(gzip)
const decompress = promisify(gunzip)

// No date of ours goes into the archive: the same acte gives the same bytes, hence the same digest
const EPOCH = new Date(0)

/** A flat ustar archive compressed by gzip -9, as the ministry reads it; same files, same bytes. */
export async function buildArchive(files: ArchiveFile[]): Promise<Buffer> {
  const tar = pack()
  const chunks = collect(tar)
  for (const { name, bytes } of files) {
    tar.entry({ name, mtime: EPOCH, mode: 0o644, uid: 0, gid: 0, type: 'file' }, bytes)
  }
  tar.finalize()
  return compress(await chunks, { level: constants.Z_BEST_COMPRESSION })
}

/**
 * The files of an archive, in order.
 * @throws Error when it is not a gzipped tar, or grows above maxBytes (a bomb)
 */
export async function readArchive(bytes: Buffer, maxBytes = 400_000_000): Promise<ArchiveFile[]> {
  const files: ArchiveFile[] = []
  const tar = extract()
  tar.end(await decompress(bytes, { maxOutputLength: maxBytes }))
  for await (const entry of tar) {
    const content = await collect(entry)
    if (entry.header.type === 'file') files.push({ name: entry.header.name, bytes: content })
  }
  return files
}

async function collect(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}
