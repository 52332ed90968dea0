import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compileSheet, type Sheet } from '#lib/schematron'
import { SchemaSet } from '#lib/xml'
import { readXml } from '#lib/xml/tree/reader'
import type { LocalDate } from '#lib/values'
import type { PackFacts, SchemaName } from './facts.js'
import type { SheetName } from './sheet_kinds.js'

export type { PackFacts, SchemaName } from './facts.js'

/** A pack on disk; each of its files is compiled once, when it is first asked for. */
export class Pack {
  readonly #sheets = new Map<SheetName, Sheet>()

  constructor(
    readonly folder: string,
    readonly facts: PackFacts
  ) {}

  has(name: SheetName): boolean {
    return this.facts.sheets[name] !== undefined
  }

  appliesOn(day: LocalDate): boolean {
    return this.facts.from <= day.toString()
  }

  /** @throws UnknownSyntax, XmlRejected for a file that was changed since its import */
  sheet(name: SheetName): Sheet {
    let sheet = this.#sheets.get(name)
    if (!sheet) {
      sheet = compiledSheet(join(this.folder, this.facts.sheets[name]!.file))
      this.#sheets.set(name, sheet)
    }
    return sheet
  }

  /** @throws XmlLibError when an import of the schema is missing */
  schema(name: SchemaName): SchemaSet | null {
    const file = this.facts.schemas[name]
    return file === undefined ? null : SchemaSet.load(join(this.folder, file))
  }
}

/** A Schematron file with the lists of codes that stand beside it. */
export function compiledSheet(path: string): Sheet {
  const folder = dirname(path)
  return compileSheet(readXml(readFileSync(path)), (name) =>
    readXml(readFileSync(join(folder, name)))
  )
}
