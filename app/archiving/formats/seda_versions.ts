/** The versions of SEDA that we write, and accept in a transfer. */
export const SEDA_VERSIONS = ['2.1', '2.2', '2.3'] as const
export type SedaVersion = (typeof SEDA_VERSIONS)[number]

const CULTURE = 'fr:gouv:culture:archivesdefrance:seda:v'

/** The XML namespace of a version from 1.0 on. */
export function namespaceOf(version: string): string {
  return CULTURE + version
}

/** The version that a namespace names ("0.2", "1.0", "2.1"…), or null when it is not SEDA. */
export function versionOf(namespace: string): string | null {
  if (namespace === 'fr:gouv:ae:archive:draft:standard_echange_v0.2') return '0.2'
  return namespace.startsWith(CULTURE) ? namespace.slice(CULTURE.length) : null
}

export function isSedaVersion(version: string | null): version is SedaVersion {
  return SEDA_VERSIONS.some((known) => known === version)
}
