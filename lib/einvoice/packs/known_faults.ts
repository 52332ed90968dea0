import type { Finding } from '../check/outcome.js'
import type { SetName } from '../check/profile.js'
import type { Sentence } from './judge_pack.js'

export interface KnownFault {
  set: SetName
  id: string
  /** The version of the pack that has the fault. */
  version: string
  /** Why, and where it was said. */
  why: string
}

/**
 * The rules where a published pack is known to be wrong: there, the model decides. Each line is a
 * fault that was seen, with its place; what is only a disagreement is told as disputed, and the pack
 * decides.
 */
export const KNOWN_FAULTS: readonly KnownFault[] = []

/** Whether a pack is known to be wrong on that rule. */
export const isKnownFault = ({ set, id }: Finding, { version }: Sentence): boolean =>
  KNOWN_FAULTS.some((fault) => fault.set === set && fault.id === id && fault.version === version)
