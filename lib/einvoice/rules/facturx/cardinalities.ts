import type { Rule } from '../rule.js'
import { structure } from '../structure.js'
import { HEADER } from './cardinality_of_header.js'
import { LINES } from './cardinality_of_lines.js'

/** Which rules of the table a profile has. */
const isOf = (mark: string, profile: 'extended' | 'basicwl') =>
  profile === 'extended' ? mark !== '!' : mark !== ''

/** The lines of the table as `structure` reads them. */
function rulesOf(profile: 'extended' | 'basicwl'): Rule[] {
  const lines = [HEADER, LINES]
    .flatMap((table) => table.trim().split('\n'))
    .flatMap((line) => {
      const [place, items] = line.split(': ')
      return items.split(', ').flatMap((item) => {
        const [, number, mark, times, what, term] =
          /^(\d+)([*!]?) (one|some|most) (\S+) (\S+)$/.exec(item)!
        const id = `FX-SCH-A-${number.padStart(6, '0')}`
        return isOf(mark, profile) ? [`${id} ${term} ${times} ${place} :: ${what}`] : []
      })
    })
  return structure(lines.join('\n'))
}

export const EXTENDED_CARDINALITIES = rulesOf('extended')
export const BASIC_WL_CARDINALITIES = rulesOf('basicwl')
