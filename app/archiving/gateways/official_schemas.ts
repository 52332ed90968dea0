import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { SchemaSet } from '#lib/xml'
import type { SedaVersion } from '../formats/seda_versions.js'

/**
 * The official schema of a version of SEDA, as the operator imported it, or null. It stands under
 * `seda/seda-2.3/schema/` as in the repository of the Archives de France, or flat under `seda/`.
 */
export function officialSchema(version: SedaVersion, schemasDir?: string): SchemaSet | null {
  if (!schemasDir) return null
  const main = `seda-${version}-main.xsd`
  const path = [join(`seda-${version}`, 'schema', main), join(`seda-${version}`, main), main]
    .map((place) => join(schemasDir, 'seda', place))
    .find(existsSync)
  return path ? SchemaSet.load(path) : null
}
