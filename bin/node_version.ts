/** Below it, a file that we lean on does not even parse, and the error says nothing of Node. */
const LEAST = 24

/** The sentence that an older Node deserves; null for one that will do. */
export function tooOld(version: string): string | null {
  if (Number.parseInt(version, 10) >= LEAST) return null
  return `Halle demande Node ${LEAST} ou plus ; celui-ci est ${version} (${process.execPath}).`
}

const said = tooOld(process.versions.node)
if (said) {
  console.error(said)
  process.exit(1)
}
