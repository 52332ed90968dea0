import { path, type Path } from './path.js'

/** What a group of terms holds in one syntax: where its terms stand, and its own groups. */
export interface Shape {
  /** `BG-25`, or `INVOICE` for the whole. */
  name: string
  /** As written in the table. */
  path: string
  terms: Map<string, { path: string; find: Path }>
  groups: Map<string, { shape: Shape; find: Path }>
}

/**
 * Reads a table of terms: one a line, its name and its path from the group it stands in; what is
 * indented below a group belongs to it. A `#` begins a comment.
 */
export function vocabulary(...tables: string[]): Shape {
  const root: Shape = { name: 'INVOICE', path: '.', terms: new Map(), groups: new Map() }
  for (const table of tables) {
    const open = [{ indent: -1, shape: root }]
    for (const line of linesOf(table)) {
      while (open.at(-1)!.indent >= line.indent) open.pop()
      const { shape } = open.at(-1)!
      if (line.isGroup) {
        const group = groupIn(shape, line)
        open.push({ indent: line.indent, shape: group })
      } else shape.terms.set(line.name, { path: line.path, find: path(line.path) })
    }
  }
  return root
}

/** Opens a group, or takes it again when another table has begun it. */
function groupIn(shape: Shape, { name, path: written }: { name: string; path: string }): Shape {
  const known = shape.groups.get(name)?.shape
  if (known) return known
  const group: Shape = { name, path: written, terms: new Map(), groups: new Map() }
  shape.groups.set(name, { shape: group, find: path(written) })
  return group
}

function* linesOf(table: string) {
  for (const line of table.split('\n')) {
    const [, spaces, name, written = '.'] = /^( *)(\S+)(?: +(.*\S))?/.exec(line) ?? []
    if (name === undefined || name.startsWith('#')) continue
    yield { indent: spaces.length, name, path: written, isGroup: name.includes('BG') }
  }
}
