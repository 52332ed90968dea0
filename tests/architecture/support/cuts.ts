import type { Tree } from './tree.js'

/** `.limit(SHOWN)`, and `limit ${MOST}` or `limit 20` in SQL. */
const CUT = /\.limit\(([^()]*(?:\([^()]*\))?[^()]*)\)|\blimit (\$\{[^}]*\}|\?|\d+)/g

/**
 * One line more tells that others follow; one or two answer a question; batches go on to the end;
 * what the caller gives is judged where it is given.
 */
const TOLD = /\+ 1\b|^[12]$|^(?:AT_ONCE|BATCH|batch|most|limit|\?|\$\{(?:limit|perTenant)\})$/

/** Where fewer lines are read than there are, and nothing says that others follow. */
export function silentCuts(tree: Tree, allowed: Record<string, string>): string[] {
  const found = tree.files
    .filter((file) => /^app\/.*\.ts$/.test(file))
    .flatMap((file) =>
      [...withoutComments(tree.read(file)).matchAll(CUT)]
        .map(([, lucid, sql]) => (lucid ?? sql).trim())
        .filter((most) => !TOLD.test(most))
        .map((most) => `${file} -> ${most}`)
    )
  return [
    ...found
      .filter((cut) => !allowed[cut])
      .map(
        (cut) => `${cut}: reads some of what there is; read one more and page, or go on in batches`
      ),
    ...Object.keys(allowed)
      .filter((cut) => !found.includes(cut))
      .map((cut) => `${cut}: this exception serves nobody`),
  ]
}

const withoutComments = (text: string) =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
