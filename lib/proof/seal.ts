import { canonicalJson, digestOfJson } from './canonical_json.js'
import { merkleRoot } from './merkle.js'
import { SEALING_INTERVAL_SECONDS } from './times.js'

interface SealBody {
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
 * What is signed and time-stamped: the entries `firstPosition`…`lastPosition` of one tenant, their
 * Merkle root, the head of their chain and the hash of the previous seal's statement (or GENESIS).
 * Since the second format it is signed by the platform, and says how old an entry may be when sealed.
 */
export type SealStatement =
  | (SealBody & { format: 'halle.seal.v1' })
  | (SealBody & { format: 'halle.seal.v2'; intervalSeconds: number })

/**
 * The statement that seals consecutive entries, `hashes` being theirs in order of position.
 * `number` counts 1, 2, 3… within the tenant; `closedAt` is ISO 8601 in UTC.
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
    format: 'halle.seal.v2',
    intervalSeconds: SEALING_INTERVAL_SECONDS,
    ...rest,
    lastPosition: seal.firstPosition + hashes.length - 1,
    count: hashes.length,
    root: merkleRoot(hashes),
    head: hashes.at(-1)!,
  }
}

/** The bytes that are signed, and that the timestamp authority receives the SHA-256 of. */
export function sealBytes(statement: SealStatement): Buffer {
  return Buffer.from(canonicalJson(statement), 'utf8')
}

/** SHA-256 of a seal's statement: the imprint of its RFC 3161 token, and the next one's `previousSeal`. */
export function hashSeal(statement: SealStatement): string {
  return digestOfJson(statement)
}
