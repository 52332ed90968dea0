import { endOfRetention } from './retention_end.js'
import type { FinalAction } from './retention.js'

/** What becomes of something when it is over: for how long it is kept, then what, and who may read it. */
export interface Terms {
  /** xsd:duration, as archives write a DUA. */
  rule: string | null
  finalAction: FinalAction | null
  accessCode: string | null
}

/** Any day does: durations are compared from the same one. */
const SOME_DAY = '2000-01-01'
/** A folder is destroyed when all that it holds may be. */
const ACTIONS: FinalAction[] = ['destroy', 'sort', 'keep']

/**
 * The terms of a folder by those of its documents: kept as long as the one that is kept longest,
 * destroyed when all may be, and read no sooner than the last of them.
 */
export function termsOfAll(all: Terms[]): Terms {
  const endOf = (rule: string) => endOfRetention(SOME_DAY, rule) ?? ''
  return {
    rule: last(all, 'rule', (one, other) => (endOf(one) < endOf(other) ? -1 : 1)),
    finalAction: last(
      all,
      'finalAction',
      (one, other) => ACTIONS.indexOf(one) - ACTIONS.indexOf(other)
    ),
    // Their numbers follow their delays (Code du patrimoine, L213-2; AR038 at once, AR062 never)
    accessCode: last(all, 'accessCode', (one, other) => one.localeCompare(other)),
  }
}

function last<K extends keyof Terms>(
  all: Terms[],
  key: K,
  order: (one: NonNullable<Terms[K]>, other: NonNullable<Terms[K]>) => number
): Terms[K] {
  const said = all.flatMap((terms) => (terms[key] as NonNullable<Terms[K]> | null) ?? [])
  return (said.toSorted(order).at(-1) ?? null) as Terms[K]
}
