import { LocalDate } from '#lib/values'
import { endOf } from './echeance.js'

/** When a step of a recurring action happens: months counted in the year N, or N+1. */
export interface CycleStep {
  etape: number
  yearOffset: 0 | 1
  fromMonth: number
  toMonth: number
}

export interface ScheduledStep {
  etape: number
  from: LocalDate
  due: LocalDate
}

/**
 * The cycle of the province's sheet: steps 1 and 2 prepared until September-October of the year N,
 * step 3 settled in November, step 4 developed during the year N+1.
 */
export const PREPARE_SETTLE_DEVELOP: CycleStep[] = [
  { etape: 1, yearOffset: 0, fromMonth: 1, toMonth: 10 },
  { etape: 2, yearOffset: 0, fromMonth: 1, toMonth: 10 },
  { etape: 3, yearOffset: 0, fromMonth: 11, toMonth: 11 },
  { etape: 4, yearOffset: 1, fromMonth: 1, toMonth: 12 },
]

/** The dates of the cycle that starts in `year`. */
export function scheduleCycle(steps: CycleStep[], year: number): ScheduledStep[] {
  return steps.map((step) => {
    const ownYear = year + step.yearOffset
    return {
      etape: step.etape,
      from: LocalDate.parse(`${ownYear}-${String(step.fromMonth).padStart(2, '0')}-01`),
      due: endOf(ownYear, step.toMonth),
    }
  })
}

/** The steps of a recurring action under way on a day: this year's cycle and last year's overlap. */
export function stepsUnderWay(
  steps: CycleStep[],
  today: LocalDate
): (ScheduledStep & { cycle: number })[] {
  const year = Number(String(today).slice(0, 4))
  return [year - 1, year].flatMap((cycle) =>
    scheduleCycle(steps, cycle)
      .filter((step) => !step.from.isAfter(today) && !today.isAfter(step.due))
      .map((step) => ({ ...step, cycle }))
  )
}
