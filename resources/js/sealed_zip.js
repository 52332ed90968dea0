import { dataOf, readDirectory } from '../../lib/archives/zip_directory.ts'

/** A pli has 2,000 files at most, an envelope its list, and there is the manifest. */
const MOST_ENTRIES = 3000
const NO_PLI =
  'Ce fichier n’est pas un pli scellé : donnez le fichier « pli-….zip » que la page de scellement a gardé.'

/**
 * The ZIP of the offline sealer as the folder of a pli (FORMAT §7), read where it lies. The bidder's
 * key, should somebody have put it there, is left out. @throws a French sentence
 */
export async function folderOfZip(file) {
  const source = {
    size: file.size,
    read: async (from, length) =>
      new Uint8Array(await file.slice(from, from + length).arrayBuffer()),
  }
  const directory = await readDirectory(source, MOST_ENTRIES)
  if (typeof directory === 'string') throw new Error(NO_PLI)
  const entries = new Map()
  for (const entry of directory.entries) {
    if (entry.isFolder || entry.name === 'cle.json') continue
    // It stores them as they are: what is encrypted does not press
    const start = entry.method === 0 && !entry.isEncrypted ? await dataOf(source, entry) : null
    if (start === null) throw new Error(NO_PLI)
    entries.set(entry.name, { start, size: entry.size })
  }
  if (!entries.has('pli.json')) throw new Error(NO_PLI)
  return {
    files: async () => [...entries].map(([path, { size }]) => ({ path, size })),
    read(path, from, length) {
      const { start, size } = entries.get(path)
      return source.read(start + from, Math.min(length, size - from))
    },
  }
}
