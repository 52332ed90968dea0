import { randomInt } from 'node:crypto'
import { Siren, Siret } from '#lib/values'

/** The SIREN of nobody in particular, whose key is right. */
export function someSiren(): string {
  const start = String(randomInt(20_000_000, 99_999_999))
  const last = [...'0123456789'].find((key) => Siren.tryParse(start + key))!
  return start + last
}

/** The SIRET of a place of nobody in particular. */
export function someSiret(siren = someSiren()): string {
  const start = `${siren}${String(randomInt(1, 9_999)).padStart(4, '0')}`
  const last = [...'0123456789'].find((key) => Siret.tryParse(start + key))!
  return start + last
}
