import { join } from 'node:path'
import { SchemaSet } from '#lib/xml'
import { sharedData } from '#tests/helpers/shared_data'
import type { EntryAgreement, IngestTerms } from '#app/archiving/formats/ingest/agreement'
import type { SedaVersion } from '#app/archiving/formats/seda_versions'

/** The official schema of a version of SEDA, or null when it is not on this machine. */
export function officialSchema(version: SedaVersion): SchemaSet | null {
  const folder = sharedData('ged', 'seda', `seda-${version}`, 'schema')
  return folder === null ? null : SchemaSet.load(join(folder, `seda-${version}-main.xsd`))
}

/** Terms that admit anything that is well formed, but for what `strict` says. */
export function termsOf(
  agreement: string,
  strict: Partial<EntryAgreement & IngestTerms> = {}
): IngestTerms {
  const terms: EntryAgreement = {
    active: true,
    profiles: [],
    masterRequired: true,
    attachments: false,
    ...strict,
  }
  return {
    agreements: strict.agreements ?? new Map([[agreement, terms]]),
    agencies: strict.agencies ?? null,
    categoriesOfRule:
      strict.categoriesOfRule ??
      (() => [
        'Storage',
        'Appraisal',
        'Access',
        'Dissemination',
        'Reuse',
        'Classification',
        'Hold',
      ]),
    validate:
      strict.validate ??
      ((version, manifest) =>
        officialSchema(version)?.validate(manifest, { maxDepth: 200 }) ?? null),
  }
}
