import type { Finding } from '../check/outcome.js'
import { isKnownFault } from './known_faults.js'
import type { Sentence } from './judge_pack.js'

/** What both engines say of a set of rules, and whether it is broken. */
export interface Agreed {
  findings: Finding[]
  isBroken: boolean
}

/**
 * The rules of the model and those of a pack, side by side. Where both speak of a rule, the model's
 * sentence is told. A fatal rule that only one of them breaks is `disputed`: the pack decides, but for a
 * rule where its fault is known.
 */
export function agreed(ours: Finding[], theirs: Sentence | null): Agreed {
  if (theirs === null) return { findings: ours, isBroken: ours.some(isFatal) }
  const byThem = idsOf(theirs.findings)
  const byUs = idsOf(ours)
  const found = [
    ...ours.map((one) => (isFatal(one) && !byThem.has(one.id) ? disputed(one) : one)),
    ...theirs.findings
      .filter(({ id }) => !byUs.has(id))
      .map((one) => (isFatal(one) ? disputed(one) : one)),
  ]
  const isBroken = found.some(
    (one) =>
      isFatal(one) &&
      (byThem.has(one.id) ? !isFaultOfPack(one, theirs, byUs) : isKnownFault(one, theirs))
  )
  return { findings: found, isBroken }
}

/** Broken for the pack alone, by a fault of its own. */
const isFaultOfPack = (one: Finding, theirs: Sentence, byUs: Set<string>) =>
  !byUs.has(one.id) && isKnownFault(one, theirs)

const isFatal = ({ severity }: Finding) => severity === 'fatal'
const idsOf = (found: Finding[]) => new Set(found.filter(isFatal).map(({ id }) => id))
const disputed = (one: Finding): Finding => ({ ...one, disputed: true })
