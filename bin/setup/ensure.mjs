/**
 * Brings what package-lock.json says, when node_modules is absent or stale.
 * Runs under whatever Node the machine has (20 or later) and depends on nothing.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const stamp = 'node_modules/.halle-stamp'
const wanted = createHash('sha256')
  .update(readFileSync('package.json'))
  .update(readFileSync('package-lock.json'))
  .digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('Installation des dépendances (une minute environ, une seule fois)…')
  // No install script ever runs: every binary we need ships inside its npm package.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  // What npm says is no answer: a program may read ours on the standard output.
  const result = spawnSync('npm', args, { stdio: ['ignore', 2, 'inherit'] })
  if (result.status !== 0) process.exit(result.status ?? 1)
  writeFileSync(stamp, wanted)
}
