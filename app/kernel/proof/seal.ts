import { canonicalJson, digestOfJson } from './canonical_json.js'
import { merkleRoot } from './merkle.js'

/**
 * What is timestamped: the entries `firstPosition`…`lastPosition` of one tenant, their Merkle
 * root, the head of their chain and the hash of the previous seal's statement (or GENESIS).
 */
export interface SealStatement {
  format: 'halle.seal.v1'
  tenantId: string
  number: number
  previousSeal: string
  firstPosition: number
  lastPosition: number
  count: number
  root: string
  head: string
  closedAt: string
}

/**
 * The statement that seals consecutive entries, `hashes` being theirs in order of position.
 * `number` counts 1, 2, 3… within the tenant; `closedAt` is ISO 8601 in UTC.
 * Seal at least once a day: NF Z42-013 wants a trusted time every 24 hours.
 */
export function buildSealStatement(seal: {
  tenantId: string
  number: number
  previousSeal: string
  firstPosition: number
  hashes: string[]
  closedAt: string
}): SealStatement {
  const { hashes, ...rest } = seal
  return {
    format: 'halle.seal.v1',
    ...rest,
    lastPosition: seal.firstPosition + hashes.length - 1,
    count: hashes.length,
    root: merkleRoot(hashes),
    head: hashes.at(-1)!,
  }
}

/** The bytes that the timestamp authority receives the SHA-256 of. */
export function sealBytes(statement: SealStatement): Buffer {
  return Buffer.from(canonicalJson(statement), 'utf8')
}

/** SHA-256 of a seal's statement: the imprint of its RFC 3161 token, and the next one's `previousSeal`. */
export function hashSeal(statement: SealStatement): string {
  return digestOfJson(statement)
}
