import { canonicalJson } from '#lib/json/canonical'
import { base64url, utf8, type Bytes } from './bytes.js'
import { demand } from './refused.js'
import { bytesOf, hasOnly, isShape, isUuid, readJson } from './shapes.js'

const FORMAT = 'halle-cle/1'

/** The bidder's last resort, which never leaves the bidder (FORMAT §7). */
export interface BidderKey {
  tender: string
  pli: string
  /** By name of envelope. */
  deks: Map<string, Bytes>
}

/** Reads `cle.json`. @throws SealingRefused */
export function parseBidderKey(bytes: Uint8Array): BidderKey {
  const shape = readJson(bytes, 'La clé du soumissionnaire')
  demand(shape.format === FORMAT, 'unknown-format', 'Cette clé n’est pas du format halle-cle/1.')
  const { tender, pli, keys } = shape
  demand(
    hasOnly(shape, ['format', 'keys', 'pli', 'tender']) &&
      isUuid(tender) &&
      isUuid(pli) &&
      isShape(keys),
    'malformed',
    'Cette clé n’a pas les parties du format halle-cle/1.'
  )
  const deks = Object.entries(keys).map(([name, dek]) => [name, bytesOf(dek, 32)] as const)
  const known = deks.filter((one): one is [string, Bytes] => one[1] !== null)
  demand(known.length === deks.length, 'malformed', 'Une clé d’enveloppe compte 32 octets.')
  return { tender, pli, deks: new Map(known) }
}

/** The bytes of `cle.json`. */
export function buildBidderKey({ tender, pli, deks }: BidderKey): Bytes {
  const keys = Object.fromEntries([...deks].map(([name, dek]) => [name, base64url(dek)]))
  return utf8(canonicalJson({ format: FORMAT, tender, pli, keys }))
}
