/** Which spec files a run takes, and to which runner each is dealt. */
import fs from 'node:fs'
import path from 'node:path'
import { LONGEST } from './longest.mjs'

/** Seconds that each suite takes on two quiet cores, reckoned in 0101: said, never asserted. */
export const BUDGETS = {
  pure: 150,
  kernel: 200,
  rooms: 200,
  architecture: 10,
  isolation: 45,
  journeys: 40,
  browser: 400,
  faults: 300,
}

/** The suite of the specs of a folder of tests/; a folder that is not here is a room's. */
const SUITE_OF = {
  lib: 'pure',
  kernel: 'kernel',
  web: 'kernel',
  identity: 'kernel',
  outsiders: 'kernel',
  console: 'kernel',
  architecture: 'architecture',
  isolation: 'isolation',
  journeys: 'journeys',
  browser: 'browser',
  faults: 'faults',
}

/** Minutes of a platform whose processes are killed: only when asked for, as .ci/run does. */
const ASKED_FOR = ['faults']

/** Seconds that a thousand characters of a spec take, where no run has measured it yet. */
const BY_SIZE = { pure: 0.5, kernel: 0.5, rooms: 0.25, browser: 3, journeys: 5, faults: 30 }

/** Everything that shares something dear to start stays on one runner, which starts it once: a platform, its demonstration. */
const DEAR = /helpers\/whole_platform|'\.\/verdict\.js'/

export const suiteOf = (file) => SUITE_OF[file.split('/')[1]] ?? 'rooms'

/** Every spec file under tests/, by its path from the root of the repository. */
export function specFiles(root = process.cwd()) {
  return fs
    .readdirSync(path.join(root, 'tests'), { recursive: true })
    .filter((name) => name.endsWith('.spec.ts') && !name.startsWith('output'))
    .map((name) => `tests/${name}`)
    .toSorted()
}

/** True when a file is one that `--files` asks for, as Japa reads it: an ending, or its last words. */
export function isNamed(file, filter) {
  if (file.endsWith(filter)) return true
  const wanted = filter.split('/').toReversed()
  const parts = file
    .replace(/\.spec\.ts$/, '')
    .split('/')
    .toReversed()
  return wanted.every((word, at) => parts[at] && (word === '*' || parts[at].endsWith(word)))
}

/** The files of the suites and names asked for; of every suite that is not on request otherwise. */
export function chosen(files, { suites = [], names = [] }) {
  const known = new Set(Object.keys(BUDGETS))
  const unknown = suites.find((name) => !known.has(name))
  if (unknown) throw new Error(`Suite inconnue : ${unknown} (${[...known].join(', ')})`)
  return files.filter((file) => {
    const suite = suiteOf(file)
    if (suites.length > 0 ? !suites.includes(suite) : ASKED_FOR.includes(suite)) return false
    return names.length === 0 || names.some((name) => isNamed(file, name))
  })
}

/** Milliseconds that a file is thought to take: those of its last run, else what is known of it, else by its size. */
export function weightOf(file, durations, root = process.cwd()) {
  if (durations[file] !== undefined) return durations[file]
  if (LONGEST[file] !== undefined) return LONGEST[file] * 1_000
  const { size } = fs.statSync(path.join(root, file))
  return size * (BY_SIZE[suiteOf(file)] ?? 0.3)
}

const sum = (files, weigh) => files.reduce((total, file) => total + weigh(file), 0)

/** The files of a suite as they are dealt, the heaviest first: one by one, those that share what is dear together. */
function lotsOf(files, weigh, isDear) {
  const dear = files.filter((file) => isDear(file))
  const lots = files.filter((file) => !dear.includes(file)).map((file) => ({ files: [file] }))
  if (dear.length > 0) lots.push({ files: dear, isDear: true })
  return lots
    .map((lot) => ({ ...lot, weight: sum(lot.files, weigh) }))
    .toSorted((a, b) => b.weight - a.weight)
}

/**
 * Deals files to `count` runners, suite by suite as they are run, the longest first, each to the one
 * that has the least to do: every suite takes both runners, and the last one evens out what the others
 * left. What shares something dear goes to one runner, whatever its suite.
 * Returns a list of files for each, in the order of their paths; none of them is empty.
 */
export function deal(files, count, weigh, isDear = sharesWhatIsDear) {
  const hands = Array.from({ length: count }, () => ({ files: [], weight: 0, hasDear: false }))
  for (const suite of Object.keys(BUDGETS)) {
    const ofSuite = files.filter((file) => suiteOf(file) === suite)
    for (const lot of lotsOf(ofSuite, weigh, isDear)) {
      const [lightest] = hands.toSorted((a, b) => a.weight - b.weight)
      const hand = (lot.isDear && hands.find(({ hasDear }) => hasDear)) || lightest
      hand.files.push(...lot.files)
      hand.weight += lot.weight
      hand.hasDear ||= Boolean(lot.isDear)
    }
  }
  return hands.map((hand) => hand.files.toSorted()).filter((hand) => hand.length > 0)
}

/** True of a spec that opens a platform of the production build. */
export const sharesWhatIsDear = (file) => DEAR.test(fs.readFileSync(file, 'utf8'))
