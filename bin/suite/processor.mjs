/** What a run has computed, whatever the machine did beside it: a clock tells that of a quiet machine alone. */
import fs from 'node:fs'

const TICKS_A_SECOND = 100
/** Fields 14 to 17 of proc(5)'s stat, after the name: user and system, of a process and of its ended children. */
const [FIRST, LAST] = [11, 15]

/**
 * Seconds of processor that this process has taken, with the children that it has seen the end of and
 * theirs: runners, base, browsers, platforms. Null where the machine does not say (no Linux).
 */
export function processorSeconds(stat = '/proc/self/stat') {
  if (!fs.existsSync(stat)) return null
  const fields = fs.readFileSync(stat, 'utf8').split(') ').at(-1).split(' ')
  const ticks = fields.slice(FIRST, LAST).map(Number)
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS_A_SECOND
}
