/** What runners tell of their tests, one fact a line in a file each; and what a run remembers. */
import fs from 'node:fs'

/** The facts of one file, or none when its runner died before the first; a torn last line is no fact. */
export function readFacts(file) {
  if (!fs.existsSync(file)) return []
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line ? [JSON.parse(line)] : []
      } catch {
        return []
      }
    })
}

/** Seconds from the first test of each suite to the last of it, in the facts of one runner. */
function spansOf(facts) {
  const spans = new Map()
  for (const { suite, at } of facts.filter((fact) => fact.suite)) {
    const span = spans.get(suite) ?? { from: at, to: at }
    spans.set(suite, { from: Math.min(span.from, at), to: Math.max(span.to, at) })
  }
  return [...spans].map(([suite, { from, to }]) => [suite, to - from])
}

/**
 * Seconds that each suite took to the runner that was longest at it: beside it, the other may have been at
 * another suite. `lists` are the facts of each.
 */
export function elapsedOf(lists) {
  const longest = new Map()
  for (const [suite, ms] of lists.flatMap(spansOf))
    longest.set(suite, Math.max(ms, longest.get(suite) ?? 0))
  return [...longest].map(([suite, ms]) => ({ suite, seconds: Math.round(ms / 1000) }))
}

/**
 * The files that took longest in each suite, the longest first: `{ suite, files: [{ file, ms, cpu }] }`;
 * `cpu` is what the runner itself computed of it, absent where it was not counted: the rest was waited for.
 * `suiteOf` says the suite of a file; one that took less than `least` milliseconds is not worth a line.
 */
export function slowestOf(facts, suiteOf, { most = 10, least = 1_000 } = {}) {
  const taken = new Map()
  for (const { file, ms, cpu } of facts.filter((fact) => fact.file)) {
    const sum = taken.get(file) ?? { ms: 0 }
    sum.ms += ms
    if (cpu !== undefined) sum.cpu = (sum.cpu ?? 0) + cpu
    taken.set(file, sum)
  }
  const bySuite = Map.groupBy(taken, ([file]) => suiteOf(file))
  return [...bySuite].flatMap(([suite, files]) => {
    const longest = files
      .filter(([, { ms }]) => ms >= least)
      .toSorted(([, a], [, b]) => b.ms - a.ms)
      .slice(0, most)
      .map(([file, sum]) => ({ file, ...sum }))
    return longest.length > 0 ? [{ suite, files: longest }] : []
  })
}

/** The sum of what each runner counted: passed, failed, skipped, total… */
export function countsOf(facts) {
  const sums = {}
  for (const { counts } of facts.filter((fact) => fact.counts))
    for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count
  return sums
}

export const failuresOf = (facts) => facts.flatMap(({ failed }) => (failed ? [failed] : []))
export const skippedOf = (facts) => [...new Set(facts.flatMap(({ skipped }) => skipped ?? []))]

export function readDurations(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
}

/** Remembers what each file took, beside those that were not run. */
export function keepDurations(file, facts) {
  const taken = {}
  for (const fact of facts.filter(({ file: name }) => name))
    taken[fact.file] = (taken[fact.file] ?? 0) + Math.round(fact.ms)
  fs.writeFileSync(file, JSON.stringify({ ...readDurations(file), ...taken }, null, 1))
}
