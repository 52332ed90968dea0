import { Siret } from './siren.js'

/** The SIRET that a seat has most often: `0001` and the key of the whole. */
export function seatOf(siren: string): string {
  const keys = Array.from({ length: 10 }, (_, key) => `${siren}0001${key}`)
  return keys.find((siret) => Siret.tryParse(siret) !== null)!
}
