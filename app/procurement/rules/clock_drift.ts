/** Beyond, what a machine believes is told of what it received; below, it may be the journey to the base. */
export const DRIFT_MS = 100

/** What a receipt says of the machine that received a pli while its clock was off. */
export interface ClockNote {
  /** Milliseconds at least, ahead of the base; negative: behind it. */
  driftMs: number
  /** A French sentence. */
  says: string
}

/**
 * How far the clock of a machine is from that of the base, at the least, when the base told its time
 * between two looks at that clock; null within the limit. All are milliseconds since 1970.
 */
export function driftOf(base: number, [from, to]: [from: number, to: number]): ClockNote | null {
  const drift = Math.round(base < from ? from - base : base > to ? to - base : 0)
  if (Math.abs(drift) <= DRIFT_MS) return null
  const how = drift > 0 ? 'avançait' : 'retardait'
  return {
    driftMs: drift,
    says: `L’horloge de la machine qui a reçu ce pli ${how} d’au moins ${Math.abs(drift)} ms sur celle de la base ; l’heure de réception est celle de la base.`,
  }
}
