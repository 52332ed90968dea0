import { join } from 'node:path'
import { read } from './proof_files.js'

/** Where a journey lays a proof under the names that were sealed, beside the files it writes under others. */
export const SEALED_FOLDER = 'preuve'

/**
 * The folder whose files a bundle speaks of: `dir`, or its `preuve/` when that one holds the same
 * bundle, to the byte. A folder of that name that holds another proof is not followed.
 */
export async function folderOfProof(bundle: Buffer, dir: string): Promise<string> {
  const sealed = join(dir, SEALED_FOLDER)
  const same = await read(join(sealed, 'proof.json')).catch(() => null)
  return same?.equals(bundle) ? sealed : dir
}
