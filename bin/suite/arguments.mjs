/** What was asked of `npm test`: suites, files, and what Japa itself reads. */
import os from 'node:os'
import { parseArgs } from 'node:util'

const FOR_JAPA = ['tests', 'groups', 'tags', 'timeout', 'retries', 'bailLayer', 'bail-layer']
const SWITCHES = ['failed', 'bail', 'matchAll', 'match-all', 'help', 'listPinned', 'list-pinned']

const several = (type) => ({ type, multiple: true })
const OPTIONS = {
  files: several('string'),
  runners: { type: 'string' },
  all: { type: 'boolean' },
  ...Object.fromEntries(FOR_JAPA.map((name) => [name, several('string')])),
  ...Object.fromEntries(SWITCHES.map((name) => [name, { type: 'boolean' }])),
}

/** A machine may have more cores than memory for as many browsers and platforms. */
export const MOST_RUNNERS = Math.min(2, os.availableParallelism())

/** Throws a sentence for an option that nobody reads. */
export function readArguments(args) {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const { files = [], runners, all = false, ...forJapa } = values
  return {
    suites: positionals.flatMap((one) => one.split(',')),
    names: files.flatMap((one) => one.split(',')),
    isAll: all,
    runners: runners === undefined ? null : Number(runners),
    forJapa: Object.entries(forJapa).flatMap(([name, value]) =>
      [value].flat().map((one) => (one === true ? `--${name}` : `--${name}=${one}`))
    ),
  }
}
