/** Builds the product when its sources have changed since the last build. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { ensureGenerated } from './generated.mjs'
import { runToEnd } from './process.mjs'

const SOURCES = [
  'lib',
  'app',
  'bin',
  'config',
  'database',
  'resources',
  'simulators',
  'start',
  'tenants',
  'bench',
  'tests/helpers',
  'tests/journeys',
]
const FILES = [
  'adonisrc.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.unchecked.json',
  'vite.config.ts',
]

/** What a build says is no answer: a program may read ours on the standard output. */
const ON_STDERR = ['inherit', 2, 'inherit']

function* filesUnder(folder) {
  if (!fs.existsSync(folder)) return
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* filesUnder(full)
    else yield full
  }
}

function digest(files) {
  const hash = createHash('sha256')
  for (const file of files)
    hash.update(file).update('\0').update(fs.readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function isFresh(stamp, wanted) {
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted
}

/** The production build, in build/. Its types are not checked here: `npm run typecheck` and `npm run build` do. */
export function ensureBuild(env) {
  const files = [
    ...SOURCES.flatMap((folder) => [...filesUnder(folder)]),
    ...FILES.filter((f) => fs.existsSync(f)),
  ]
  const wanted = digest(files.toSorted())
  if (isFresh('build/.stamp', wanted)) return false
  ensureGenerated(env)
  runToEnd(
    process.execPath,
    ['ace.js', 'build', '--tsconfig=tsconfig.unchecked.json'],
    { ...env, NODE_ENV: 'production', LOG_LEVEL: 'warn' },
    ON_STDERR
  )
  fs.writeFileSync('build/.stamp', wanted)
  return true
}

/** The styles and scripts alone: what tests in a browser need. */
export function ensureAssets(env) {
  const files = [
    ...filesUnder('resources/css'),
    ...filesUnder('resources/js'),
    'vite.config.ts',
    'package-lock.json',
  ]
  if (!fs.existsSync('vite.config.ts')) return
  const wanted = digest(files.toSorted())
  if (isFresh('public/assets/.stamp', wanted)) return
  runToEnd(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel=warn'],
    env,
    ON_STDERR
  )
  fs.writeFileSync('public/assets/.stamp', wanted)
}
