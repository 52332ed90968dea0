import type { SedaVersion } from '../seda_versions.js'
import type { RuleCategory } from '../manifest_view.js'

/** The entry contract, and the lists of the archive, that a package is checked against. */
export interface IngestTerms {
  /** Entry contracts by identifier. */
  agreements: ReadonlyMap<string, EntryAgreement>
  /** Agencies that the archive knows; null when it takes any. */
  agencies: ReadonlySet<string> | null
  /** Whether a rule is in the referential of its category; null: no such category is known. */
  categoriesOfRule: (rule: string) => RuleCategory[] | null
  /** Problems found by the official schema of a version; null: the schema is not installed. */
  validate: (version: SedaVersion, manifest: Buffer) => { line: number; message: string }[] | null
}

export interface EntryAgreement {
  active: boolean
  /** Archival profiles that it admits; empty: a transfer must not name any. */
  profiles: readonly string[]
  /** Whether each new group must hold an original. */
  masterRequired: boolean
  attachments: boolean
}
