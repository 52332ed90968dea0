import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { XmlRejected } from '#lib/xml/rejected'
import { readXml } from '#lib/xml/tree/reader'
import { UnknownSyntax } from '#lib/schematron/xpath/error'
import { install } from './install_pack.js'
import { compiledSheet, type PackFacts, type SchemaName } from './pack.js'
import { kindOfSheet, type SheetName } from './sheet_kinds.js'
import { dateIn, versionOf } from './version_of_pack.js'

/** A folder that holds no pack, or a sheet that cannot be compiled; `message` is French. */
export class PackRefused extends Error {}

export interface ImportOptions {
  /** The first day on which it applies, AAAA-MM-JJ; what its sheets say, or `today`, when absent. */
  from?: string
  today: string
}

/** The main schemas, by the names that their editors give them; the highest version is kept. */
const SCHEMAS: [RegExp, SchemaName][] = [
  [/^CrossIndustryInvoice_\d+p[A-Z0-9]+\.xsd$/, 'CII'],
  [/^UBL-Invoice-2\.\d+\.xsd$/, 'Invoice'],
  [/^UBL-CreditNote-2\.\d+\.xsd$/, 'CreditNote'],
  [/^CrossDomainAcknowledgementAndResponse_\d+p[A-Z0-9]+\.xsd$/, 'CDAR'],
  [/^CPPFacturePivot_V\d+_\d+\.xsd$/, 'PIVOT'],
]

/**
 * Copies the official sheets and schemas of a folder into `home`, each pack in its own folder, after
 * having compiled them all; a pack of the same version is replaced whole.
 * @throws PackRefused when there is nothing to import, or a sheet that cannot be compiled
 */
export function importPack(folder: string, home: string, options: ImportOptions): PackFacts {
  const from = resolve(folder)
  const files = filesOf(from)
  const sheets = sheetsAmong(from, files)
  const schemas = schemasAmong(files)
  if (Object.keys(sheets).length + Object.keys(schemas).length === 0) {
    throw new PackRefused(
      'Ce dossier ne contient ni schéma (.xsd) ni règles (.sch) que l’on connaisse.'
    )
  }
  const facts: PackFacts = {
    version: versionOf(
      from,
      Object.values(sheets).map(({ file }) => file),
      Object.values(schemas)
    ),
    from: options.from ?? dateIn(from, sheets) ?? options.today,
    sheets,
    schemas,
  }
  install(from, files, home, facts)
  return facts
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  } catch {
    throw new PackRefused(`« ${basename(folder)} » n’est pas un dossier que l’on puisse lire.`)
  }
}

function sheetsAmong(folder: string, files: string[]): PackFacts['sheets'] {
  const sheets: PackFacts['sheets'] = {}
  for (const file of files.filter((name) => name.endsWith('.sch'))) {
    const kind = kindOf(folder, file)
    if (kind === null || sheets[kind]) continue
    sheets[kind] = { file, asserts: assertsOf(folder, file) }
  }
  return sheets
}

function kindOf(folder: string, file: string): SheetName | null {
  try {
    return kindOfSheet(readXml(readFileSync(join(folder, file))), file)
  } catch (error) {
    if (error instanceof XmlRejected) throw new PackRefused(`${file} : ${error.message}`)
    throw error
  }
}

function assertsOf(folder: string, file: string): number {
  try {
    const { asserts, unknown } = compiledSheet(join(folder, file))
    for (const one of unknown) console.error(`${file} : règle laissée de côté, ${one}`)
    return asserts
  } catch (error) {
    if (!(error instanceof UnknownSyntax)) throw error
    throw new PackRefused(`${file} ne se compile pas : ${error.message}`)
  }
}

function schemasAmong(files: string[]): PackFacts['schemas'] {
  const schemas: PackFacts['schemas'] = {}
  for (const file of files) {
    const found = SCHEMAS.find(([name]) => name.test(basename(file)))
    if (found) schemas[found[1]] = file
  }
  return schemas
}
