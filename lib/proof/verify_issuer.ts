import type { SealStatement } from './seal.js'
import type { SealKey } from './seal_keys.js'
import { isSignedWith, type SealSignature } from './seal_signature.js'
import { CLOCKS_DIFFER_MS, inFrench, instantOf } from './times.js'

/** A seal, with the time of its token when that one is valid. */
export interface DatedSeal {
  statement: SealStatement
  signatures: SealSignature[]
  tokenAt: number | null
}

export type IssuerVerdict =
  | { outcome: 'ok'; key: SealKey }
  /** Older than the signatures of seals: nothing says who made it. */
  | { outcome: 'reserve' }
  | { outcome: 'failed'; reason: string }

/**
 * Says of each seal, given in their order, whether one of our keys signed it. Only the seals of the
 * first format, made before our keys and before any signed one, may bear no signature.
 */
export function issuerJudge(keys: SealKey[]): (seal: DatedSeal) => IssuerVerdict {
  let signedBefore = false
  return (seal) => {
    const signature = seal.signatures.find(({ by }) => by === 'platform')
    const verdict = signature
      ? judge(seal, signature, keys)
      : judgeUnsigned(seal, keys, signedBefore)
    signedBefore ||= signature !== undefined
    return verdict
  }
}

/**
 * Says whether the member's own cachet signed a seal besides. One that bears no signature of it has a
 * reserve: the member had none then, it did not open, or somebody else made the seal.
 */
export function memberVerdict(seal: DatedSeal, keys: SealKey[]): IssuerVerdict {
  const own = seal.signatures.filter(({ by }) => by === 'member')
  const verdicts = own.map((signature) => judge(seal, signature, keys))
  const failure = verdicts.find(({ outcome }) => outcome === 'failed')
  return failure ?? verdicts[0] ?? { outcome: 'reserve' }
}

function judge(
  { statement, tokenAt }: DatedSeal,
  signature: SealSignature,
  keys: SealKey[]
): IssuerVerdict {
  const key = keys.find(({ id }) => id === signature.key)
  if (!key) return failed('il est signé par une clé qui n’est pas de celles que vous reconnaissez')
  if (!isSignedWith(statement, signature, key)) return failed('sa signature est fausse')
  const at = tokenAt ?? instantOf(statement.closedAt)
  if (at !== null && !wasInService(key, at)) {
    return failed(`la clé qui l’a signé n’était pas en service le ${inFrench(at)}`)
  }
  return { outcome: 'ok', key }
}

function judgeUnsigned(
  { statement, tokenAt }: DatedSeal,
  keys: SealKey[],
  signedBefore: boolean
): IssuerVerdict {
  if (statement.format !== 'halle.seal.v1') return failed('il n’est pas signé')
  if (signedBefore) return failed('il n’est pas signé, et en suit un qui l’est')
  const firstKey = keys.map(({ since }) => since && instantOf(since)).filter((at) => at !== null)
  const since = firstKey.length > 0 ? Math.min(...(firstKey as number[])) : null
  if (tokenAt !== null && since !== null && tokenAt > since + CLOCKS_DIFFER_MS) {
    return failed('il n’est pas signé, alors que la clé était en service quand il a été horodaté')
  }
  return { outcome: 'reserve' }
}

function wasInService({ since, until }: SealKey, at: number): boolean {
  const [from, to] = [since && instantOf(since), until && instantOf(until)]
  return (!from || at >= from - CLOCKS_DIFFER_MS) && (!to || at <= to + CLOCKS_DIFFER_MS)
}

const failed = (reason: string): IssuerVerdict => ({ outcome: 'failed', reason })
