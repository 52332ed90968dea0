import { documents } from '#kernel/documents'
import type { Bytes, Manifest, PliFolder } from '#lib/sealing'
import { piecesOf } from '../deposit/pieces.js'
import type Pli from '../deposit/pli.js'

/** Where each piece begins in its file, by the path of the file (FORMAT §7). */
function placesOf({ envelopes }: Manifest) {
  const files = new Map<string, { start: number; size: number; sha256: string }[]>()
  for (const { name, list, files: all } of envelopes) {
    files.set(`${name}/list.bin`, [{ start: 0, ...list }])
    for (const { id, pieces } of all) {
      let start = 0
      const placed = pieces.map((piece) => {
        const at = start
        start += piece.size
        return { start: at, ...piece }
      })
      files.set(`${name}/${id}.bin`, placed)
    }
  }
  return files
}

/**
 * A kept pli as a folder, read piece after piece. Its documents are found at once: what is opened is
 * being stored meanwhile, on the one connection of the transaction.
 */
export async function folderOf(pli: Pli, manifest: Manifest): Promise<PliFolder> {
  const bytes = new TextEncoder().encode(pli.manifest!)
  const pieces = (await piecesOf(pli.id)).filter(({ documentId }) => documentId !== null)
  const opened = await documents.openable(pieces.map(({ documentId }) => documentId!))
  const kept = new Map(pieces.map(({ sha256 }, index) => [sha256, opened[index]]))
  const places = placesOf(manifest)
  return {
    async files() {
      const sealed = [...places].map(([path, all]) => ({
        path,
        size: all.reduce((sum, { size }) => sum + size, 0),
      }))
      return [{ path: 'pli.json', size: bytes.length }, ...sealed]
    },
    async read(path, from, length) {
      if (path === 'pli.json') return bytes.subarray(from, from + length) as Bytes
      const piece = places.get(path)?.find(({ start }) => start === from)
      if (!piece || piece.size !== length) throw new Error('A pli is read piece by piece')
      return new Uint8Array(await kept.get(piece.sha256)!.read())
    },
  }
}
