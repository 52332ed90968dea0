/** The end of a run, said once for all of its runners. */
import { countsOf, elapsedOf, failuresOf, skippedOf, slowestOf } from './facts.mjs'
import { BUDGETS, suiteOf } from './plan.mjs'

const inColour = process.stdout.isTTY && !process.env.NO_COLOR
const painted = (code, text) => (inColour ? `\u001B[${code}m${text}\u001B[0m` : text)
const BADGES = {
  PASSED: painted('42;30', ' PASSED '),
  FAILED: painted('41;30', ' FAILED '),
  NONE: painted('43;30', ' NO TESTS EXECUTED '),
}
const COUNTED = ['passed', 'failed', 'todo', 'skipped', 'regression']

const duration = (seconds) =>
  seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`

/** Runners that ended otherwise than by saying how their tests went. */
const deaths = (runs) =>
  runs.flatMap(({ name, status, facts }) => {
    if (facts.some(({ counts }) => counts) && (status === 0 || failuresOf(facts).length > 0))
      return []
    if (status === 0) return []
    const last = facts.findLast(({ file }) => file)?.file
    return [`le coureur ${name} s’est arrêté (${status})${last ? `, après ${last}` : ''}`]
  })

/** Where the time of each suite went, once there was some. */
function saySlowest(facts) {
  for (const { suite, files } of slowestOf(facts, suiteOf)) {
    console.log(`\nLes plus longs de ${suite} :`)
    for (const { file, ms, cpu } of files) {
      const told = cpu === undefined ? '' : `  (${Math.round(cpu / 1000)} s de calcul)`
      console.log(`  ${String(Math.round(ms / 1000)).padStart(4)} s  ${file}${told}`)
    }
  }
}

/** Prints it, and returns the exit status: 1 when a test failed or a runner died. */
export function sayEnd(runs, seconds) {
  const facts = runs.flatMap((run) => run.facts)
  for (const { errors } of runs) if (errors.length > 0) console.log(errors.join('\n'))
  const skipped = skippedOf(facts)
  if (skipped.length > 0) {
    console.log(`\nNon vérifié sur cette machine (${skipped.length}) :`)
    for (const reason of skipped) console.log(`  - ${reason}`)
  }
  const failures = [...failuresOf(facts), ...deaths(runs)]
  const hasFailed = failures.length > 0 || runs.some(({ status }) => status !== 0)
  const counts = countsOf(facts)
  saySlowest(facts)
  console.log('')
  for (const { suite, seconds: taken } of elapsedOf(runs.map((run) => run.facts)))
    console.log(`${suite} : ${taken} s, pour un budget de ${BUDGETS[suite] ?? '—'} s`)
  console.log(`\n${hasFailed ? BADGES.FAILED : counts.total ? BADGES.PASSED : BADGES.NONE}\n`)
  for (const failure of failures) console.log(`  ✖ ${failure}`)
  const parts = COUNTED.filter((name) => counts[name]).map((name) => `${counts[name]} ${name}`)
  console.log(`Tests  ${parts.join(', ') || 'none'} (${counts.total ?? 0})`)
  if (process.env.SHUFFLE) console.log(`Ordre  SHUFFLE=${process.env.SHUFFLE}`)
  console.log(` Time  ${duration(Math.round(seconds))}`)
  return hasFailed ? 1 : 0
}

/** Says last what all of it has computed, once every process of the run has ended. */
export function sayProcessor(seconds) {
  if (seconds !== null) console.log(`Calcul  ${duration(Math.round(seconds))} de processeur`)
}
