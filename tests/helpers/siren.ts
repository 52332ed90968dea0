import { randomInt } from 'node:crypto'
import { Siren } from '#lib/values'

/** The SIREN of nobody in particular, whose key is right. */
export function someSiren(): string {
  const start = String(randomInt(20_000_000, 99_999_999))
  const last = [...'0123456789'].find((key) => Siren.tryParse(start + key))!
  return start + last
}
