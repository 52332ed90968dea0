import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { corpus } from './corpus.js'
import type { Figures } from './figures.js'
import { SHEETS } from './saxon.js'

/** Where `saxon-js` was installed beside the work: it is no free software, and nothing here depends on it. */
const HOME = process.env.SAXON_JS_DIR ?? join('tmp', 'saxon-js')

/** SaxonJS on the same files, in its own process; null where it, or its compiled sheets, are not. */
export function saxonJs(): Figures | null {
  const library = join(HOME, 'node_modules', 'saxon-js')
  const missing = [library, join(SHEETS, 'en-cii.sef.json')].find((one) => !existsSync(one))
  if (missing || corpus().length === 0) {
    console.error(`SaxonJS n’est pas mesuré : ${missing ?? 'le corpus'} manque.`)
    return null
  }
  const program = join(import.meta.dirname, 'saxon_js_engine.ts')
  const args = ['--import=@poppinss/ts-exec', program, library, SHEETS]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Figures
}
