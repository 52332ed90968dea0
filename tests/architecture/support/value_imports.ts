import { dirname, join } from 'node:path/posix'
import type { Tree } from './tree.js'

/** What a file asks of others while it runs: files of the tree, and packages by their name. */
export interface ValueImports {
  files: Set<string>
  packages: Set<string>
}

interface Statement {
  isExport: boolean
  /** Null for « everything »: `import * as`, `export *`, or a bare import. */
  names: string[] | null
  from: string
}

const STATEMENT = /^(import|export)\s+(type\s+)?(?:([^'";]*?)\s*from\s+)?'([^']+)'/gm
const DYNAMIC = /\bimport\('([^']+)'\)/g

/** Comments speak of imports too. */
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

function statementsOf(text: string): Statement[] {
  const code = withoutComments(text)
  const fixed = [...code.matchAll(STATEMENT)]
    .filter(([, , type]) => !type)
    .map(([, verb, , what, from]) => ({ isExport: verb === 'export', names: namesIn(what), from }))
  const later = [...code.matchAll(DYNAMIC)].map(([, from]) => ({
    isExport: false,
    names: null,
    from,
  }))
  return [...fixed.filter(({ names }) => names?.length !== 0), ...later]
}

/** `a, { b, type C, d as e }` asks for a (the default), b and d. */
function namesIn(what?: string): string[] | null {
  if (!what || what.includes('*')) return null
  const [, before = '', inside = ''] = /^([^{]*)(?:\{([\s\S]*)\})?/.exec(what) ?? []
  const named = inside.split(',').map((one) => one.trim())
  return [
    ...(before.replace(',', '').trim() ? ['default'] : []),
    ...named
      .filter((one) => one && !one.startsWith('type '))
      .map((one) => one.split(/\s+as\s+/)[0]),
  ]
}

/** Reads the value imports of app/ and lib/, through the facades that only pass names on. */
export function valueImportsOf(tree: Tree): Map<string, ValueImports> {
  const files = tree.files.filter((file) => /^(app|lib)\/.*\.ts$/.test(file))
  const aliases: Record<string, string> = JSON.parse(tree.read('package.json')).imports
  const said = new Map(files.map((file) => [file, statementsOf(tree.read(file))]))
  const resolve = (from: string, asked: string): string | null => {
    if (asked.startsWith('.')) return join(dirname(from), asked).replace(/\.js$/, '.ts')
    if (!asked.startsWith('#')) return null
    const [alias, ...rest] = asked.split('/')
    const target = aliases[rest.length ? `${alias}/*` : alias] ?? ''
    return target.replace('./', '').replace('*', rest.join('/')).replace(/\.js$/, '.ts')
  }

  const declaring = (file: string, name: string): string[] => {
    const passed = (said.get(file) ?? []).filter(({ isExport }) => isExport)
    const through = passed.filter(({ names }) => names === null || names.includes(name))
    const found = through.flatMap((one) => {
      const target = resolve(file, one.from)
      return target && said.has(target) ? declaring(target, name) : []
    })
    const isPassedOn = passed.some(({ names }) => names?.includes(name))
    return isPassedOn ? found : isFacade(tree.read(file)) ? found : [file]
  }

  return new Map(
    files.map((file) => {
      const asked: ValueImports = { files: new Set(), packages: new Set() }
      for (const { names, from, isExport } of said.get(file)!) {
        const target = resolve(file, from)
        if (target === null) asked.packages.add(from)
        else if (isExport && isFacade(tree.read(file))) continue
        else if (!said.has(target)) continue
        else if (names === null) asked.files.add(target)
        else
          for (const name of names) for (const one of declaring(target, name)) asked.files.add(one)
      }
      return [file, asked]
    })
  )
}

/** A file that only passes on what others declare. */
const isFacade = (text: string) =>
  withoutComments(text)
    .replace(/^export\s+(?:type\s+)?[^'";]*?\s*from\s+'[^']+'/gm, '')
    .trim() === ''
