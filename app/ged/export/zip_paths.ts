import { entryName } from '#lib/zip/entry_name'

/**
 * Where each goes in an archive, from the names that lead to it: as any system may write them, two of
 * one folder never under the same name.
 */
export function zipPaths(ways: string[][]): string[] {
  const taken = new Set<string>()
  return ways.map((names) => {
    const segments = names.map(entryName)
    const [folder, name] = [segments.slice(0, -1), segments.at(-1)!]
    let path = [...folder, name].join('/')
    for (let rank = 2; taken.has(keyOf(path)); rank++)
      path = [...folder, `${rank}-${name}`].join('/')
    taken.add(keyOf(path))
    return path
  })
}

const keyOf = (path: string) => path.normalize('NFC').toLowerCase()
