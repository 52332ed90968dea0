import type { ProofBundle, ProvenFile } from './bundle.js'
import type { Finding } from './finding.js'

/** The size and SHA-256 (lower-case hexadecimal) of the file at hand, or null when it is absent. */
export type MeasureFile = (name: string) => Promise<{ size: number; sha256: string } | null>

/** Checks that every file is there, is the one that was sealed, and is quoted by the journal. */
export async function checkFiles(
  bundle: ProofBundle,
  measureFile: MeasureFile
): Promise<Finding[]> {
  const quoted = digestsQuotedBy(bundle)
  const findings: Finding[] = []
  for (const file of bundle.files) findings.push(await checkFile(file, quoted, measureFile))
  return findings
}

async function checkFile(
  file: ProvenFile,
  quoted: Set<string>,
  measureFile: MeasureFile
): Promise<Finding> {
  const found = await measureFile(file.name)
  if (!found) return failed('file_missing', `Le fichier « ${file.name} » manque.`)
  if (found.sha256 !== file.sha256 || found.size !== file.size) {
    return failed('file_digest', `Le fichier « ${file.name} » n’est pas celui qui a été scellé.`)
  }
  // The list of files is not sealed by itself: only a digest that an entry quotes is proven.
  if (!quoted.has(file.sha256)) {
    return failed(
      'file_unquoted',
      `Le fichier « ${file.name} » n’est cité par aucune écriture du journal.`
    )
  }
  return {
    outcome: 'ok',
    code: 'file',
    text: `Le fichier « ${file.name} » est intact et cité par le journal.`,
  }
}

function digestsQuotedBy(bundle: ProofBundle): Set<string> {
  const quoted = new Set<string>()
  for (const { entry } of bundle.entries) collectStrings(entry.data, quoted)
  return quoted
}

function collectStrings(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value)
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) collectStrings(part, into)
  }
}

function failed(code: string, text: string): Finding {
  return { outcome: 'failed', code, text }
}
