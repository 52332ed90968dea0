import { OID } from './algorithms.js'
import { TAG, child, children, oidOf, readDer, type DerNode } from './der.js'

const BASIC_CONSTRAINTS = '2.5.29.19'
const KEY_USAGE = '2.5.29.15'
const EXTENDED_KEY_USAGE = '2.5.29.37'
const CERTIFICATE_POLICIES = '2.5.29.32'
const ALTERNATIVE_NAME = '2.5.29.17'
const SUBJECT_KEY_IDENTIFIER = '2.5.29.14'
const UNDERSTOOD = [
  BASIC_CONSTRAINTS,
  KEY_USAGE,
  EXTENDED_KEY_USAGE,
  CERTIFICATE_POLICIES,
  ALTERNATIVE_NAME,
]

const DIGITAL_SIGNATURE = 0x80
const NON_REPUDIATION = 0x40
const CRL_SIGN = 0x02

interface Extension {
  critical: boolean
  value: DerNode
}

/** How many authorities may stand below this one; null when it sets no limit. */
export function pathLength(certificate: Buffer): number | null {
  const constraints = extensionsOf(certificate).get(BASIC_CONSTRAINTS)
  const limit = constraints && children(constraints.value).find((item) => item.tag === TAG.integer)
  return limit ? limit.value[0] : null
}

/** True when the key may sign documents: digitalSignature or nonRepudiation (RFC 5280 §4.2.1.3). */
export function maySignDocuments(certificate: Buffer): boolean {
  const usage = extensionsOf(certificate).get(KEY_USAGE)
  if (!usage) return true
  return ((usage.value.value[1] ?? 0) & (DIGITAL_SIGNATURE | NON_REPUDIATION)) !== 0
}

/** True when the key may sign revocation lists (RFC 5280 §6.3.3 f). */
export function mayIssueLists(certificate: Buffer): boolean {
  const usage = extensionsOf(certificate).get(KEY_USAGE)
  return !usage || ((usage.value.value[1] ?? 0) & CRL_SIGN) !== 0
}

/** True when the certificate is for time-stamping alone, marked critical (RFC 3161 §2.3). */
export function mayTimestamp(certificate: Buffer): boolean {
  const usage = extensionsOf(certificate).get(EXTENDED_KEY_USAGE)
  if (!usage?.critical) return false
  const purposes = children(usage.value).map(oidOf)
  return purposes.length === 1 && purposes[0] === OID.timeStamping
}

/** True when the certificate may answer on revocation for its issuer (RFC 6960 §4.2.2.2). */
export function mayAnswerOcsp(certificate: Buffer): boolean {
  const usage = extensionsOf(certificate).get(EXTENDED_KEY_USAGE)
  return usage ? children(usage.value).map(oidOf).includes(OID.ocspSigning) : false
}

/** True when its issuer says that it needs no check for as long as it lives (RFC 6960 §4.2.2.2.1). */
export function needsNoCheck(certificate: Buffer): boolean {
  return extensionsOf(certificate).has(OID.ocspNoCheck)
}

/** The identifier that a certificate gives its key, or null (RFC 5280 §4.2.1.2). */
export function subjectKeyIdentifier(certificate: Buffer): Buffer | null {
  return extensionsOf(certificate).get(SUBJECT_KEY_IDENTIFIER)?.value.value ?? null
}

/** True when a critical extension is none of those read here (RFC 5280 §4.2). */
export function hasUnknownCriticalExtension(certificate: Buffer): boolean {
  return [...extensionsOf(certificate)].some(
    ([type, extension]) => extension.critical && !UNDERSTOOD.includes(type)
  )
}

/** Every extension of a certificate, by its identifier. */
export function extensionsOf(certificate: Buffer): Map<string, Extension> {
  const fields = children(child(readDer(certificate), 0, TAG.sequence))
  const wrapper = fields.find((field) => field.tag === 0xa3)
  const entries = wrapper ? children(child(wrapper, 0, TAG.sequence)) : []
  return new Map(
    entries.map((entry) => {
      const parts = children(entry)
      const critical = parts[1].tag === TAG.boolean && parts[1].value[0] !== 0
      return [oidOf(parts[0]), { critical, value: readDer(parts.at(-1)!.value) }]
    })
  )
}
