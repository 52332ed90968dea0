import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(
  import.meta.dirname,
  '..',
  '..',
  process.env.SHARED_DATA_DIR ?? '../shared/data'
)

/** What was skipped for want of data or tools; printed once at the end of a run. */
export const skipped = new Set<string>()

/**
 * The path of an official sample or schema, or null when the shared data is not on this machine.
 * Tests skip with a clear message; the product never needs these files.
 */
export function sharedData(...parts: string[]): string | null {
  const path = join(root, ...parts)
  if (existsSync(path)) return path
  skipped.add(`official data ${parts.join('/')} is not on this machine`)
  return null
}
