import { measureOf, type Interval, type Look, type Measure } from '../rules/availability.js'
import {
  disagreementsOf,
  isLate,
  isTimely,
  seenTogether,
  type Disagreement,
  type OutsideLook,
} from '../rules/seen_outside.js'
import { outsideLooksIn } from './look.js'
import OutsideProbe from './probe.js'

/** What one probe saw of an interval. */
export interface ProbeSight {
  name: string
  measure: Measure
  /** How many came after their minute, and when the last of them did. */
  late: number
  lastReceivedAt: number | null
  /** How many count for nothing, by a clock that was wrong. */
  mistimed: number
}

/** What was seen of an interval from elsewhere. */
export interface OutsideSight {
  probes: ProbeSight[]
  /** Of all together: it answered where one of them was answered. */
  measure: Measure
  disagreements: Disagreement[]
}

/** Null where no probe looked; `inside` is what the platform saw of itself. */
export async function sightOf(interval: Interval, inside: Look[]): Promise<OutsideSight | null> {
  const looks = await outsideLooksIn(interval)
  if (looks.length === 0) return null
  const names = new Map((await OutsideProbe.everyOne()).map(({ id, name }) => [id, name]))
  const together = seenTogether(looks)
  return {
    probes: [...Map.groupBy(looks, ({ probe }) => probe)].map(([probe, seen]) =>
      sightOfProbe(names.get(probe)!, seen, interval)
    ),
    measure: measureOf(interval, together),
    disagreements: disagreementsOf(inside, together),
  }
}

function sightOfProbe(name: string, seen: OutsideLook[], interval: Interval): ProbeSight {
  const late = seen.filter(isLate)
  return {
    name,
    measure: measureOf(interval, seen.filter(isTimely)),
    late: late.length,
    lastReceivedAt: late.length > 0 ? Math.max(...late.map((look) => look.receivedAt)) : null,
    mistimed: seen.filter((look) => !isTimely(look)).length,
  }
}
