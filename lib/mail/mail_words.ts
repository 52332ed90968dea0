import { DateTime } from 'luxon'

interface Somebody {
  name?: string | null
  address?: string | null
}

/** « Anne Le Goff <a@exemple.test>, b@exemple.test »; null of nobody. */
export const namedAddresses = (people: Somebody[]): string | null =>
  people
    .map(({ name, address }) =>
      name && address && name !== address ? `${name} <${address}>` : name || address
    )
    .filter(Boolean)
    .join(', ') || null

/** AAAA-MM-JJ of the header « Date », as its sender counted it (RFC 5322 §3.3); null of what is none. */
export function mailDay(header: string | undefined): string | null {
  const written = header?.replace(/\s*\([^)]*\)\s*$/, '').trim() ?? ''
  const at = DateTime.fromRFC2822(written, { setZone: true })
  return at.isValid ? at.toISODate() : null
}
