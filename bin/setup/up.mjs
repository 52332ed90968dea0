/** The set-up entry point: `npm start`, `npm test` and every other command of the README. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { prepareEnvironment } from './environment.mjs'
import { ensureGenerated } from './generated.mjs'
import { runToEnd } from './process.mjs'
import { restoreBase } from './restore_base.mjs'
import { startPlatform } from './platform.mjs'
import { YOUNG_MEMORY_OF_WORK } from './young_memory_of_work.mjs'
import { readArguments } from '../suite/arguments.mjs'
import { ensureCopy } from '../suite/database.mjs'
import { runSuites } from '../suite/run.mjs'

const [mode, ...rest] = process.argv.slice(2)

const modes = {
  'start': () => startPlatform({ built: true }),
  'dev': () => startPlatform({ built: false }),
  test,
  reset,
  ace,
  'journey': () => program('bin/journey.ts'),
  'demo:accounts': () => program('bin/demo_accounts.ts'),
  // What a bench does without a server, a worker does
  'bench': () => program('bin/bench.ts', [YOUNG_MEMORY_OF_WORK]),
  'machines': () => program('tests/machines/program.ts'),
  'drill': () => program('tests/drill/program.ts'),
  build,
  typecheck,
}

/** Removes the embedded data after having stopped its server; a DATABASE_URL of yours is left alone. */
async function reset() {
  const dataDir = path.resolve(process.env.DATA_DIR ?? 'tmp/halle')
  const pidFile = path.join(dataDir, 'postgres', 'data', 'postmaster.pid')
  if (fs.existsSync(pidFile)) {
    const pid = Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0])
    try {
      if (pid > 1) process.kill(pid, 'SIGINT')
    } catch (error) {
      if (error.code !== 'ESRCH') throw error // it was dead already
    }
    await new Promise((resolve) => setTimeout(resolve, 1500))
  }
  fs.rmSync(dataDir, { recursive: true, force: true })
  console.log('Données effacées : le prochain `npm start` repart de zéro.')
}

/** For a command, which may be called beside the platform of the same folder. */
async function withEnvironment(kind, work) {
  const context = await prepareEnvironment(kind, { opens: false })
  try {
    await work(context)
  } finally {
    await context.postgres?.stop()
  }
}

async function test() {
  const asked = readArguments(rest)
  process.exitCode = await runSuites(asked)
}

/** A command that judges lines of JSON by rules alone: `outsiders:check` in app/outsiders/rule_commands. */
function isRuleCommand(name = '') {
  const file = `${name.replace(/[:-]/g, '_')}.ts`
  return fs
    .readdirSync('app')
    .some((folder) => fs.existsSync(path.join('app', folder, 'rule_commands', file)))
}

/** Any ace command, with the embedded database there unless it needs none. */
async function ace() {
  if (isRuleCommand(rest[0])) {
    const { status } = spawnSync(process.execPath, ['ace.js', ...rest], { stdio: 'inherit' })
    process.exitCode = status ?? 1
    return
  }
  if (rest[0] === 'halle:restore' && !process.env.DATABASE_URL) restoreBase(rest.slice(1))
  const kind = process.env.NODE_ENV === 'test' ? 'test' : 'dev'
  await withEnvironment(kind, async ({ env, postgres }) => {
    ensureGenerated(env)
    if (kind === 'test' && postgres) await ensureCopy(postgres.url, env, 'halle')
    runToEnd(process.execPath, ['ace.js', ...rest], env)
  })
}

/** What a server runs, made on a machine that has neither setting nor base. */
async function build() {
  ensureGenerated(process.env)
  runToEnd(process.execPath, ['ace.js', 'build', ...rest], {
    ...process.env,
    NODE_ENV: 'production',
    DEMO: 'true',
  })
}

/** The types of every file, the generated lists of routes and controllers included. */
async function typecheck() {
  await withEnvironment('dev', ({ env }) => ensureGenerated(env))
  runToEnd(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', ...rest], process.env)
}

/** One of our programs: it starts what it needs by itself, through the platform module. */
async function program(file, flags = []) {
  const asked = [...flags, '--import=@poppinss/ts-exec', file, ...rest]
  runToEnd(process.execPath, asked, process.env)
}

try {
  if (!modes[mode]) throw Object.assign(new Error(`Commande inconnue : ${mode}`), { status: 2 })
  await modes[mode]()
} catch (error) {
  console.error(error.message)
  process.exit(error.status ?? 1)
}
