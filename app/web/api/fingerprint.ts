import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { HttpRequest } from '@adonisjs/core/http'

/** The digest of all that a request asks: its address, its fields, the bytes of its files. */
export async function fingerprintOf(request: HttpRequest): Promise<string> {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([request.method(), request.url(true), request.body()]))
  for (const [field, files] of Object.entries(request.allFiles())) {
    for (const file of [files].flat()) {
      hash.update(JSON.stringify([field, file.clientName, file.size]))
      if (file.tmpPath) await addFile(hash, file.tmpPath)
    }
  }
  return hash.digest('hex')
}

const addFile = (hash: Hash, path: string) =>
  pipeline(createReadStream(path), async (chunks) => {
    for await (const chunk of chunks) hash.update(chunk as Buffer)
  })
