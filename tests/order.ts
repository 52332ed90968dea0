/**
 * The order of the spec files of a run: that of their paths, or another for each seed that `SHUFFLE`
 * names. A spec that passes in one order alone leans on what another left.
 */
import { createHash } from 'node:crypto'
import { glob } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

interface Suite {
  files: string | string[] | (() => URL[] | Promise<URL[]>)
}

const rankOf = (seed: string, file: string) =>
  createHash('sha256').update(`${seed}\0${file}`).digest('hex')

/** `files`, in the one order that belongs to `seed`; a file more or less moves none of the others. */
export function shuffled(files: readonly string[], seed: string): string[] {
  return files.toSorted((one, other) => (rankOf(seed, one) < rankOf(seed, other) ? -1 : 1))
}

/** The suites as Japa takes them, their files in the order that `seed` gives; as they are without one. */
export function inOrder<T extends object>(suites: readonly T[], seed = process.env.SHUFFLE): T[] {
  if (!seed) return [...suites]
  return suites.map((suite) => {
    const { files } = suite as Suite
    if (typeof files === 'function') return suite
    const found = async () => {
      const names = await Array.fromAsync(glob(files))
      return shuffled(names, seed).map((name) => pathToFileURL(path.resolve(name)))
    }
    return { ...suite, files: found }
  })
}
