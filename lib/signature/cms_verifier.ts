import { createHash, verify } from 'node:crypto'
import { OID, digestNamed, publicKeyOf } from './algorithms.js'
import { child, children, octets, oidOf, type DerNode } from './der.js'
import type { ParsedCms } from './cms_reader.js'
import { isValueOf } from './signed_value.js'

/** What holds and what does not in one CMS signature; trust is another question. */
export interface CmsChecks {
  /** The signed attributes carry the digest of the content. */
  digestMatches: boolean
  /** The value is that of the certificate's key; null when the algorithm is none that we check. */
  signatureMatches: boolean | null
  /** The signed attributes say what was signed, as RFC 5652 §11.1 wants. */
  typeMatches: boolean
  /** signing-certificate(-v2) designates this very certificate; null when the attribute is absent. */
  certificateBound: boolean | null
}

/**
 * Checks a parsed CMS against the digest of the content, made with `cms.digestName`. Without signed
 * attributes the content itself was signed (RFC 5652 §5.4), and is asked.
 */
export function checkCms(
  cms: ParsedCms,
  contentDigest: Buffer,
  content: () => Buffer | null = () => null
): CmsChecks {
  if (!cms.signer) {
    const nothing = { digestMatches: false, signatureMatches: false, typeMatches: false }
    return { ...nothing, certificateBound: null }
  }
  if (!cms.signedBytes) return checkBareContent(cms, content())
  const type = cms.signedAttributes.get(OID.contentType)
  const announced = cms.signedAttributes.get(OID.messageDigest)
  return {
    digestMatches: announced !== undefined && octets(announced).equals(contentDigest),
    signatureMatches: verifyValue(cms, cms.signer, cms.signedBytes),
    typeMatches: type !== undefined && oidOf(type) === cms.contentType,
    certificateBound: isCertificateBound(cms.signedAttributes, cms.signer),
  }
}

/**
 * True when `value` is the signature of `bytes` by the key of `certificate`: asked before anything
 * is embedded, so that a wrong key or a damaged answer never reaches a document.
 */
export function isSignatureOf(bytes: Buffer, value: Buffer, certificate: Buffer, digest: string) {
  return verify(digest, bytes, publicKeyOf(certificate), value)
}

function checkBareContent(cms: ParsedCms, content: Buffer | null): CmsChecks {
  const signatureMatches = content ? verifyValue(cms, cms.signer!, content) : false
  return { digestMatches: true, signatureMatches, typeMatches: true, certificateBound: null }
}

function verifyValue(cms: ParsedCms, certificate: Buffer, bytes: Buffer): boolean | null {
  const { signatureAlgorithm: algorithm, signature: value, digestName } = cms
  if (digestName === 'unknown') return null
  return isValueOf({ algorithm, bytes, value, certificate, digestName })
}

function isCertificateBound(attributes: Map<string, DerNode>, signer: Buffer): boolean | null {
  const v2 = attributes.get(OID.signingCertificateV2)
  if (v2) return matchesCertId(v2, signer, 'sha256')
  const v1 = attributes.get(OID.signingCertificate)
  return v1 ? matchesCertId(v1, signer, 'sha1') : null
}

/** ESSCertID and ESSCertIDv2 differ by an optional algorithm in front of the hash (RFC 5035). */
function matchesCertId(attribute: DerNode, signer: Buffer, byDefault: string): boolean {
  const fields = children(child(child(attribute, 0), 0))
  const algorithm = fields[0].tag === 0x30 ? digestNamed(oidOf(child(fields[0], 0))) : byDefault
  const hash = fields[0].tag === 0x30 ? fields[1] : fields[0]
  if (!algorithm) return false
  return createHash(algorithm).update(signer).digest().equals(hash.value)
}
