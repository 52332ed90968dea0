import type { SealStatement } from './seal.js'
import {
  CLOCKS_DIFFER_MS,
  inFrench,
  instantOf,
  SEALING_INTERVAL_SECONDS,
  TOKEN_DELAY_MS,
} from './times.js'

/** What is wrong in the times that a seal says, held against the token that dates it, in French. */
export function troublesOfSealTimes(seal: SealStatement, tokenAt: number | null): string[] {
  const closedAt = instantOf(seal.closedAt)
  const name = `Le scellé n° ${seal.number}`
  if (closedAt === null) return [`${name} porte une heure de fermeture qui n’en est pas une.`]
  const troubles: string[] = []
  if (intervalOf(seal) > SEALING_INTERVAL_SECONDS) {
    troubles.push(`${name} annonce un intervalle de scellement de plus de 24 heures.`)
  }
  if (tokenAt === null) return troubles
  if (closedAt > tokenAt + CLOCKS_DIFFER_MS) {
    troubles.push(
      `${name} se dit fermé le ${inFrench(closedAt)}, après son propre horodatage (${inFrench(tokenAt)}).`
    )
  }
  if (tokenAt > closedAt + TOKEN_DELAY_MS) {
    troubles.push(
      `${name} se dit fermé le ${inFrench(closedAt)}, mais n’a été horodaté que le ${inFrench(tokenAt)}.`
    )
  }
  return troubles
}

/** The same for an entry that a seal covers: neither after its closing, nor long before its token. */
export function troublesOfEntryTime(
  entry: { position: number; at: string },
  seal: SealStatement,
  tokenAt: number | null
): string[] {
  const [at, closedAt] = [instantOf(entry.at), instantOf(seal.closedAt)]
  const name = `L’écriture n° ${entry.position}`
  if (at === null) return [`${name} porte une date qui n’en est pas une.`]
  if (closedAt !== null && at > closedAt + toleranceOf(seal)) {
    return [`${name} se dit du ${inFrench(at)}, après la fermeture du scellé qui la couvre.`]
  }
  const dated = tokenAt ?? closedAt
  if (dated !== null && at < dated - intervalOf(seal) * 1000 - CLOCKS_DIFFER_MS) {
    return [
      `${name} se dit du ${inFrench(at)}, mais n’a été scellée que le ${inFrench(dated)} : rien ne prouve une date si ancienne.`,
    ]
  }
  return []
}

/** What a seal announces; those of the first format were made under the same rule, and did not say it. */
const intervalOf = (seal: SealStatement) =>
  seal.format === 'halle.seal.v2' ? seal.intervalSeconds : SEALING_INTERVAL_SECONDS

/** Before the seals of the second format each machine wrote its own time, and they agreed to a minute. */
const toleranceOf = (seal?: SealStatement) =>
  seal?.format === 'halle.seal.v1' ? CLOCKS_DIFFER_MS : 0

/** An entry cannot have been written before the one that it follows; `seal`: the one that covers it. */
export function troubleOfOrder(
  entry: { position: number; at: string },
  before: { position: number; at: string },
  seal?: SealStatement
): string | null {
  const [at, previous] = [instantOf(entry.at), instantOf(before.at)]
  if (at === null || previous === null || at >= previous - toleranceOf(seal)) return null
  return `L’écriture n° ${entry.position} se dit du ${inFrench(at)}, avant l’écriture n° ${before.position} qu’elle suit (${inFrench(previous)}).`
}
