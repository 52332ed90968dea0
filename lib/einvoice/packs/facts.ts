import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SheetName } from './sheet_kinds.js'

/** The file that says what a pack holds. */
export const FACTS = 'pack.json'

/** What an XSD is for: the root of the documents that it judges. */
export type SchemaName = 'CII' | 'Invoice' | 'CreditNote' | 'CDAR' | 'PIVOT'

/** What was written of a pack beside its files, when the operator imported it. */
export interface PackFacts {
  version: string
  /** The first day on which it applies, AAAA-MM-JJ. */
  from: string
  /** Paths from the folder of the pack. */
  sheets: Partial<Record<SheetName, { file: string; asserts: number }>>
  schemas: Partial<Record<SchemaName, string>>
}

/** What is written of every pack of a folder, with where each stands; the newest first. */
export function factsIn(home: string): { folder: string; facts: PackFacts }[] {
  if (!existsSync(home)) return []
  const found = readdirSync(home).flatMap((name) => {
    const file = join(home, name, FACTS)
    if (!existsSync(file)) return []
    const facts = JSON.parse(readFileSync(file, 'utf8')) as PackFacts
    return [{ folder: join(home, name), facts }]
  })
  return found.sort(newestFirst)
}

const newestFirst = ({ facts: a }: { facts: PackFacts }, { facts: b }: { facts: PackFacts }) =>
  b.from.localeCompare(a.from) || b.version.localeCompare(a.version, 'fr', { numeric: true })
