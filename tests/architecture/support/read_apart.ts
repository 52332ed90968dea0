import { dirname, join } from 'node:path/posix'
import type { Tree } from './tree.js'
import { valueImportsOf, type ValueImports } from './value_imports.js'

/** What opens PDF, XML, mail, archives and files of certificates. */
const PARSERS =
  /^(@libpdf\/core|libxml2-wasm|xml2js|postal-mime|@kenjiuno\/msgreader|yauzl|tar-stream|node-forge)(\/|$)/

/** What we read of a PDF without a library. */
const READS_BYTES = /^(app\/kernel|lib)\/pdf\/(lock|xref_chain)\.ts$/

/** `defineReading<…>(new URL('./steps.js', import.meta.url), …)`, the place written there or above. */
const ROOT = /new URL\(\s*'([^']+)',\s*import\.meta\.url\s*\)/g

/** The modules that run in a reading thread. */
export const readingRoots = (tree: Tree): string[] =>
  tree.files
    .filter((file) => /^(app|lib)\//.test(file) && tree.read(file).includes('defineReading<'))
    .flatMap((file) =>
      [...tree.read(file).matchAll(ROOT)].map(([, path]) =>
        join(dirname(file), path).replace(/\.js$/, '.ts')
      )
    )

function closureOf(roots: string[], imports: Map<string, ValueImports>): Set<string> {
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const next of imports.get(file)?.files ?? []) visit(next)
  }
  roots.forEach(visit)
  return seen
}

/**
 * Ways into a parser that do not pass through a reading thread: a file that no reading module
 * imports, and that imports a parser, or a file that opens one. `allowed` names edges `a -> b`.
 */
export function readOutside(tree: Tree, allowed: Record<string, string>): string[] {
  const imports = valueImportsOf(tree)
  const apart = closureOf(readingRoots(tree), imports)
  const opens = new Map<string, boolean>()
  const reaches = (file: string): boolean => {
    if (opens.has(file)) return opens.get(file)!
    opens.set(file, false)
    const asked = imports.get(file)
    const found =
      READS_BYTES.test(file) ||
      [...(asked?.packages ?? [])].some((name) => PARSERS.test(name)) ||
      [...(asked?.files ?? [])].some(reaches)
    opens.set(file, found)
    return found
  }
  const edges = [...imports]
    .filter(([file]) => !apart.has(file))
    .flatMap(([file, { files, packages }]) => [
      ...[...packages].filter((name) => PARSERS.test(name)).map((name) => `${file} -> ${name}`),
      ...[...files].filter((to) => apart.has(to) && reaches(to)).map((to) => `${file} -> ${to}`),
    ])
  const unused = Object.keys(allowed).filter((edge) => !edges.includes(edge))
  return [
    ...edges
      .filter((edge) => !allowed[edge])
      .map((edge) => `${edge}: what comes from outside is read in a reading thread`),
    ...unused.map((edge) => `${edge}: this exception serves nobody any more`),
  ]
}
