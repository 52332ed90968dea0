import type { IngestTerms } from '../formats/ingest/agreement.js'
import { checkSip, type IngestReport } from '../formats/ingest/check_sip.js'
import { categoriesOfRule, type OwnRule } from '../rules/known_rules.js'
import { officialSchema } from './official_schemas.js'
import { openSipFile } from './sip_file.js'

/** The terms of an archive as plain data, which crosses from one thread to another. */
export interface WrittenTerms extends Pick<IngestTerms, 'agreements' | 'agencies'> {
  ownRules: OwnRule[]
  schemasDir?: string
}

/** Checks a package that lies on the disk; runs in a reading thread. */
export function checkPackage(wanted: { path: string; terms: WrittenTerms }): Promise<IngestReport> {
  const { path, terms } = wanted
  return checkSip(() => openSipFile(path), {
    ...terms,
    categoriesOfRule: (rule) => categoriesOfRule(rule, terms.ownRules),
    validate: (version, manifest) =>
      officialSchema(version, terms.schemasDir)?.validate(manifest, { maxDepth: 200 }) ?? null,
  })
}
