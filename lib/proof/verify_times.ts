import type { ProofBundle } from './bundle.js'
import { troubleOfOrder, troublesOfEntryTime, troublesOfSealTimes } from './seal_times.js'
import { CLOCKS_DIFFER_MS, inFrench, instantOf } from './times.js'
import type { Finding } from './finding.js'

/** Checks that the times of a bundle hold together, and with its tokens: null where one is invalid. */
export function checkTimes(bundle: ProofBundle, tokenTimes: (number | null)[]): Finding[] {
  const troubles = [
    ...troublesOfEntries(bundle, tokenTimes),
    ...bundle.seals.flatMap(({ statement }, i) => [
      ...troublesOfSealTimes(statement, tokenTimes[i]),
      ...(i > 0 ? troublesOfSealOrder(bundle, tokenTimes, i) : []),
    ]),
    ...troublesOfMaking(bundle, tokenTimes),
  ]
  if (troubles.length === 0) {
    const text = 'Les dates se suivent, et s’accordent avec les horodatages.'
    return [{ outcome: 'ok', code: 'time', text }]
  }
  return troubles.map((text) => ({ outcome: 'failed', code: 'time', text }))
}

function troublesOfEntries(bundle: ProofBundle, tokenTimes: (number | null)[]): string[] {
  const ranks = new Map(bundle.seals.map(({ statement }, rank) => [statement.number, rank]))
  return bundle.entries.flatMap(({ entry, inclusion }, i) => {
    const rank = ranks.get(inclusion.seal)
    const before = bundle.entries[i - 1]?.entry
    const seal = rank === undefined ? undefined : bundle.seals[rank].statement
    const order = before && troubleOfOrder(entry, before, seal)
    return [
      ...(order ? [order] : []),
      // A seal that is missing is said elsewhere
      ...(rank === undefined
        ? []
        : troublesOfEntryTime(entry, bundle.seals[rank].statement, tokenTimes[rank])),
    ]
  })
}

function troublesOfSealOrder(
  { seals }: ProofBundle,
  tokenTimes: (number | null)[],
  i: number
): string[] {
  const [seal, before] = [seals[i].statement, seals[i - 1].statement]
  const closings = [before, seal].map(({ closedAt }) => instantOf(closedAt))
  const isBack = ([first, second]: (number | null)[], tolerance = 0) =>
    first !== null && second !== null && second < first - tolerance
  if (!isBack(closings) && !isBack([tokenTimes[i - 1], tokenTimes[i]], CLOCKS_DIFFER_MS)) return []
  return [`Le scellé n° ${seal.number} est daté d’avant le scellé n° ${before.number} qu’il suit.`]
}

function troublesOfMaking({ producedAt }: ProofBundle, tokenTimes: (number | null)[]): string[] {
  const made = instantOf(producedAt)
  if (made === null) return ['La date de ce dossier de preuve n’en est pas une.']
  const last = tokenTimes.reduce<number>((latest, time) => Math.max(latest, time ?? 0), 0)
  if (made >= last - CLOCKS_DIFFER_MS) return []
  return [
    `Le dossier se dit produit le ${inFrench(made)}, avant un scellé qu’il contient (${inFrench(last)}).`,
  ]
}
