import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** A folder of sources: the house itself, or a planted one. Paths are relative, with slashes. */
export interface Tree {
  root: string
  files: string[]
  read(path: string): string
  has(path: string): boolean
}

const STREET = [
  'lib',
  'app',
  'bench',
  'bin',
  'config',
  'database',
  'docs',
  'providers',
  'resources',
  'simulators',
  'start',
  'tests',
]
const TOP_FILES = ['adonisrc.ts', 'package.json']

export function treeAt(root: string): Tree {
  const files = STREET.filter((street) => existsSync(join(root, street))).flatMap((street) =>
    readdirSync(join(root, street), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
  )
  return {
    root,
    files: [...files, ...TOP_FILES.filter((file) => existsSync(join(root, file)))].sort(),
    read: (path) => readFileSync(join(root, path), 'utf8'),
    has: (path) => existsSync(join(root, path)),
  }
}

export const house: Tree = treeAt(resolve(import.meta.dirname, '../../..'))

/** Runs `look` on a small tree made of these files, and removes it. */
export async function planted<T>(
  files: Record<string, string>,
  look: (tree: Tree) => T | Promise<T>
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'planted-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    if (files['package.json'])
      symlinkSync(join(house.root, 'node_modules'), join(root, 'node_modules'))
    return await look(treeAt(root))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** The storeys of app/ below the rooms, and the three applications that stand beside them. */
export const STOREYS = ['kernel', 'web', 'identity', 'outsiders', 'console']

/**
 * The rooms of a tree: the folders of app/ but its storeys. A folder of offline commands alone is no
 * room yet: it has no door.
 */
export const roomsOf = (tree: Tree): string[] => [
  ...new Set(
    tree.files
      .flatMap((file) => /^app\/([^/]+)\/(?!rule_commands\/)/.exec(file)?.[1] ?? [])
      .filter((name) => !STOREYS.includes(name))
  ),
]
