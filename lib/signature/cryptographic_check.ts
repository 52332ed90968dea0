import { coveredBytes, digestOfRanges } from './byte_range.js'
import { maySignDocuments } from './certificate_extensions.js'
import type { ParsedCms } from './cms_reader.js'
import { checkCms } from './cms_verifier.js'
import type { FoundSignature } from './signature_dictionary.js'
import { digestOf } from './signed_value.js'
import type { SubIndication } from './verdict.js'

/**
 * What does not hold in a signature over its bytes, or null: in the order of EN 319 102-1 §5.2.7, the
 * digest, the value, then what the attributes must say.
 */
export function cryptographicProblem(
  cms: ParsedCms,
  found: FoundSignature,
  bytes: Buffer
): SubIndication | null {
  const digest = contentDigest(cms, found, bytes)
  if (!digest) return 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE'
  const checks = checkCms(cms, digest, () => coveredBytes(bytes, found.byteRange!))
  if (!checks.digestMatches) return 'HASH_FAILURE'
  if (checks.signatureMatches === null) return 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE'
  if (!checks.signatureMatches) return 'SIG_CRYPTO_FAILURE'
  // Nothing says which certificate was meant: another of the same key would do as well.
  if (!cms.signedBytes) return 'SIG_CONSTRAINTS_FAILURE'
  if (!checks.typeMatches) return 'FORMAT_FAILURE'
  const mustBind = found.subFilter === 'ETSI.CAdES.detached'
  if (checks.certificateBound === false) return 'SIG_CONSTRAINTS_FAILURE'
  if (checks.certificateBound === null && mustBind) return 'SIG_CONSTRAINTS_FAILURE'
  if (!maySignDocuments(cms.signer!)) return 'SIG_CONSTRAINTS_FAILURE'
  const isWeak = [cms.digestName, digestOf(cms.signatureAlgorithm, null)].includes('sha1')
  return isWeak ? 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE' : null
}

function contentDigest(cms: ParsedCms, found: FoundSignature, bytes: Buffer): Buffer | null {
  return cms.digestName === 'unknown'
    ? null
    : digestOfRanges(bytes, found.byteRange!, cms.digestName)
}
