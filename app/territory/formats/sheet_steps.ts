import type { LocalDate } from '#lib/values'
import { scheduleCycle, stepsUnderWay } from '../rules/annual_cycle.js'
import { ETAPE_STATES } from '../rules/etape.js'
import { IN_FRENCH } from '../rules/says_dates.js'
import type { Sheet } from '../rules/sheet.js'

/** The steps of a sheet as a page numbers them; of an action that comes back, each with its dates of this year and what is under way. */
export function sheetSteps({ etapes, recurrence }: Sheet, today: LocalDate, says = IN_FRENCH) {
  const turns = recurrence?.cycle ?? []
  const dates = scheduleCycle(turns, today.year)
  const underWay = stepsUnderWay(turns, today)
  return etapes.map(({ text, state, due }, index) => {
    const number = index + 1
    const turn = dates.find(({ etape }) => etape === number)
    const cycle = underWay.find(({ etape }) => etape === number)?.cycle
    return {
      number,
      text: text.charAt(0).toUpperCase() + text.slice(1),
      state: turn && state === 'a_faire' ? stateInCycle(cycle) : ETAPE_STATES[state],
      due: due && says.echeance(due),
      turn: turn ? `Du ${says.day(turn.from)} au ${says.day(turn.due)}` : null,
    }
  })
}

/** « À faire » says nothing of a step that comes back every year: under way now, or waiting for its turn. */
function stateInCycle(cycle: number | undefined) {
  return cycle === undefined
    ? { label: 'Revient chaque année', meaning: 'plain' }
    : { label: `En cours, cycle ${cycle}`, meaning: 'doing' }
}
