/** Of a company whose offer is ranked for a lot. */
interface Ranked {
  siret: string
}

/** A company is its SIREN: two of its establishments are one. */
export const sirenOf = (siret: string): string => siret.slice(0, 9)

/**
 * Who receives a lot: the first of the ranking, or where one company may win so many lots (L2113-10),
 * the first that has not got as many yet. Null when none may any more. `won`: the SIRET that each of
 * the lots before it goes to.
 */
export function winnerOf<T extends Ranked>(
  ranked: T[],
  won: string[],
  most: number | null
): T | null {
  if (most === null) return ranked[0] ?? null
  const count = (siret: string) => won.filter((one) => sirenOf(one) === sirenOf(siret)).length
  return ranked.find(({ siret }) => count(siret) < most) ?? null
}
