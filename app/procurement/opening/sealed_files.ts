import { Readable } from 'node:stream'
import { documents } from '#kernel/documents'
import type { ZippedFile } from '#lib/zip/zip'
import { piecesOf } from '../deposit/pieces.js'
import type Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'
import { PliMissing } from '../errors.js'
import { manifestOf } from './shares.js'

/** The files of a pli as it is kept, sealed (FORMAT §7). @throws E_PLI_MISSING while pieces are still on their way */
export async function sealedFiles(pli: Pli, consultation: Consultation): Promise<ZippedFile[]> {
  const { envelopes } = await manifestOf(pli, consultation)
  const kept = new Map((await piecesOf(pli.id)).map((one) => [one.sha256, one.documentId]))
  const ids = [...kept.values()].filter((id) => id !== null)
  if (ids.length < kept.size) throw new PliMissing()
  const opened = new Map((await documents.openable(ids)).map((one) => [one.id, one]))
  const fileOf = (path: string, pieces: { sha256: string; size: number }[]): ZippedFile => ({
    path,
    size: pieces.reduce((sum, { size }) => sum + size, 0),
    open: async () =>
      Readable.from(
        (async function* () {
          for (const { sha256 } of pieces) yield await opened.get(kept.get(sha256)!)!.read()
        })()
      ),
  })
  const manifest = Buffer.from(pli.manifest!, 'utf8')
  return [
    { path: 'pli.json', size: manifest.length, open: async () => Readable.from([manifest]) },
    ...envelopes.flatMap(({ name, list, files }) => [
      fileOf(`${name}/list.bin`, [list]),
      ...files.map(({ id, pieces }) => fileOf(`${name}/${id}.bin`, pieces)),
    ]),
  ]
}
