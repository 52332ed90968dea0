import { join } from 'node:path'

/** Where the operator's packs of invoicing stand, with the other official schemas that were imported. */
export function packsHome(env: Readonly<Record<string, string | undefined>>): string {
  const schemas = env.SCHEMAS_DIR || join(env.DATA_DIR || join('tmp', 'halle'), 'schemas')
  return join(schemas, 'invoicing')
}
