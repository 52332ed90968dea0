import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { BY_OUR_LOADER } from '#tests/helpers/our_programs'

const PATCHES = readdirSync(join(import.meta.dirname, '../../../lib/patches')).map((file) =>
  file.replace(/\.ts$/, '')
)
const LIMIT_MS = 10_000

/** What a library does as it comes; a reading that never ends is stopped, by us or for want of memory. */
function asItComes(patch: string): Promise<string> {
  const program = join(import.meta.dirname, 'as_they_come.ts')
  const loader = [...BY_OUR_LOADER, '--max-old-space-size=96']
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...loader, program, patch], { timeout: LIMIT_MS })
    let said = ''
    child.stdout.on('data', (part) => (said += part))
    child.once('close', (code, signal) =>
      resolve(signal ? 'FAULTY' : said.trim() || `exit ${code}`)
    )
  })
}

test.group('A patch of a library', () => {
  test('{$self} is needed: the library, as it comes, still has its fault')
    .with(PATCHES)
    .run(async ({ assert }, patch) => {
      assert.equal(await asItComes(patch), 'FAULTY', `lib/patches/${patch}.ts serves no more`)
    })
})
