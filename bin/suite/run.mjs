/** `npm test`: prepares what the chosen specs need, deals them to runners, and says how it went. */
import fs from 'node:fs'
import path from 'node:path'
import { ensureAssets } from '../setup/build.mjs'
import { prepareEnvironment } from '../setup/environment.mjs'
import { ensureGenerated } from '../setup/generated.mjs'
import { affected, changedOnBranch, readUses } from './affected.mjs'
import { MOST_RUNNERS } from './arguments.mjs'
import { migrate } from './database.mjs'
import { keepDurations, readDurations, readFacts } from './facts.mjs'
import { makeBarePlaces, makePlaces } from './places.mjs'
import { chosen, deal, sharesWhatIsDear, specFiles, suiteOf, weightOf } from './plan.mjs'
import { processorSeconds } from './processor.mjs'
import { startBuild } from './production_build.mjs'
import { startRunner } from './runner.mjs'
import { sayEnd, sayProcessor } from './summary.mjs'

const DATA_DIR = path.resolve(process.env.DATA_DIR ?? 'tmp/test')
const DURATIONS = path.join(DATA_DIR, 'durations.json')
const isPure = (file) => suiteOf(file) === 'pure'

/** What a run has started, so that it ends it all however it ends. */
const open = { runners: new Set(), endings: [], closed: null }

/** Once, for whoever asks: a signal and the end of the run wait for the same ending. */
function closeAll() {
  open.closed ??= close()
  return open.closed
}

async function close() {
  await Promise.all([...open.runners].map((runner) => runner.stop()))
  for (const end of open.endings.splice(0).toReversed()) await end()
}

function closeOnSignals() {
  let closing = false
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(name, async () => {
      if (closing) return
      closing = true
      console.error('\nArrêt…')
      await closeAll()
      process.exit(130)
    })
}

/** The server, a database, ports and folders for each runner. */
async function fullPlaces(files, count) {
  const context = await prepareEnvironment('test')
  open.endings.push(async () => context.postgres?.stop())
  ensureGenerated(context.env)
  ensureAssets(context.env)
  if (!context.postgres) migrate(context.env)
  const places = await makePlaces(context, context.postgres ? count : 1, await browserFor(files))
  open.endings.push(places.remove)
  return places
}

/** Where the browser is, unpacked once: two runners would do it one over the other. */
async function browserFor(files) {
  if (!files.some((file) => suiteOf(file) === 'browser')) return undefined
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}

/** Prints the groups of one runner whole, so that those of two are never mixed. */
function byGroup(isAlone) {
  if (isAlone) return { onLine: (line) => console.log(line), flush: () => undefined }
  let lines = []
  const flush = () => {
    if (lines.length > 0) console.log(lines.join('\n'))
    lines = []
  }
  const onLine = (line) => {
    if (line === '') flush()
    lines.push(line)
  }
  return { onLine, flush }
}

/**
 * Runs one hand of files to its end: those without a server first, in a process that has none; the
 * others once `built` says that nothing writes the scripts and styles under their pages any more.
 */
async function play(files, { number, env, forJapa, isAlone, built }) {
  const hands = [
    { file: 'bin/test_pure.ts', files: files.filter(isPure) },
    { file: 'bin/test.ts', files: files.filter((file) => !isPure(file)) },
  ]
  const runs = []
  for (const hand of hands.filter((one) => one.files.length > 0)) {
    if (!hand.files.every(isPure)) await built
    const facts = path.join(DATA_DIR, `facts-${process.pid}-${number}.jsonl`)
    fs.rmSync(facts, { force: true })
    const suites = [...new Set(hand.files.map(suiteOf))]
    const args = [...suites, ...forJapa, ...hand.files.flatMap((file) => ['--files', file])]
    const { onLine, flush } = byGroup(isAlone)
    const runner = startRunner({
      file: hand.file,
      args,
      env: { ...env, SUITE_FACTS: facts },
      onLine,
    })
    open.runners.add(runner)
    const { status, errors } = await runner.ended
    open.runners.delete(runner)
    flush()
    runs.push({ name: `${number}, ${hand.file}`, status, errors, facts: readFacts(facts) })
    fs.rmSync(facts, { force: true })
  }
  return runs
}

/** A second runner starts the house once more: it is not worth it for less. */
const WORTH_A_RUNNER_MS = 15_000

const usualRunners = (files, weigh) => {
  const weight = files.reduce((sum, file) => sum + weigh(file), 0)
  return weight < WORTH_A_RUNNER_MS ? 1 : MOST_RUNNERS
}

/**
 * What was asked for; when nothing was, what the branch touched, everything on `main` and in CI
 * (`--all` asks for it elsewhere). Null when a branch touched nothing that runs.
 */
function filesOf(asked) {
  const files = chosen(specFiles(), asked)
  if (asked.isAll || asked.suites.length > 0 || asked.names.length > 0) return files
  const changed = changedOnBranch()
  if (changed === null) return files
  const touched = affected(files, changed, { uses: readUses(), suiteOf })
  if (touched.length < files.length)
    console.log(
      `Ce que la branche touche : ${touched.length} fichiers de tests sur ${files.length} (npm test -- --all pour tous).`
    )
  return touched.length > 0 ? touched : null
}

/** Runs what was asked for and returns the exit status. */
export async function runSuites(asked) {
  const began = Date.now()
  const files = filesOf(asked)
  if (files === null) return 0
  if (files.length === 0) throw new Error('Aucun fichier de tests ne porte ce nom.')
  fs.mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 })
  closeOnSignals()
  try {
    const durations = readDurations(DURATIONS)
    const weigh = (file) => weightOf(file, durations)
    const wanted = Math.min(asked.runners ?? usualRunners(files, weigh), files.length)
    const places = files.every(isPure)
      ? await makeBarePlaces(DATA_DIR, wanted)
      : await fullPlaces(files, wanted)
    const { environments } = places
    const hands = deal(files, environments.length, weigh)
    const built = startBuild(files.some(sharesWhatIsDear))
    // Heard at once, told by whoever waits for it
    built.catch(() => undefined)
    const runs = await Promise.all(
      hands.map((hand, index) =>
        play(hand, {
          number: index + 1,
          env: environments[index],
          forJapa: asked.forJapa,
          isAlone: hands.length === 1,
          built,
        })
      )
    )
    const all = runs.flat()
    keepDurations(
      DURATIONS,
      all.flatMap((run) => run.facts)
    )
    return sayEnd(all, (Date.now() - began) / 1000)
  } finally {
    await closeAll()
    sayProcessor(processorSeconds())
  }
}
