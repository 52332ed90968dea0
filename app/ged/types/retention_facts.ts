import { day } from '#web/dates'
import { accessLabel } from '../rules/access_codes.js'
import { finalActionLabel } from '../rules/retention.js'
import { durationLabel } from '../rules/retention_end.js'
import type { Retention } from './retention_of.js'

/** What becomes of a document, in words: seen while it is worked on. */
export function retentionFacts({ rule, from, until, finalAction, accessCode }: Retention) {
  return [
    { name: 'Durée de conservation', value: rule && durationLabel(rule) },
    { name: 'Elle court depuis le', value: from && day(from) },
    { name: 'Elle finit le', value: rule ? endOf(from, until) : null },
    { name: 'Sort final', value: finalAction && finalActionLabel(finalAction) },
    { name: 'Communicable', value: accessLabel(accessCode) },
  ]
}

/** A rule that nothing begins never ends; one that is no duration has no end that we know. */
function endOf(from: string | null, until: string | null): string | null {
  if (until) return day(until)
  return from ? null : 'Jamais, tant que son point de départ n’est pas dit'
}
