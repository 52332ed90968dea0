import { OID } from './algorithms.js'
import { coveredBytes } from './byte_range.js'
import { readableCertificates } from './certificate.js'
import type { ParsedCms } from './cms_reader.js'
import type { FoundSignature } from './signature_dictionary.js'
import type { ValidationContext } from './signature_report.js'
import { checkTimestamp, type TimestampReport } from './timestamp_check.js'
import { datesBytes } from './timestamp_token.js'

/** The time-stamp of a signature, which was made before it; null when there is none. */
export function timestampOf(
  cms: ParsedCms,
  { anchors, known }: ValidationContext
): TimestampReport | null {
  const token = cms.unsignedAttributes.get(OID.signatureTimeStamp)
  if (!token) return null
  const pool = [...readableCertificates(cms.certificates), ...known.certificates]
  return checkTimestamp(token.raw, (one) => datesBytes(one, cms.signature), { anchors, pool })
}

/** The time of a content time-stamp: the signature was made after it. */
export function contentTimeOf(cms: ParsedCms, found: FoundSignature, context: ValidationContext) {
  const token = cms.signedAttributes.get(OID.contentTimeStamp)
  if (!token) return null
  const { anchors, known, bytes } = context
  const report = checkTimestamp(
    token.raw,
    (one) => datesBytes(one, coveredBytes(bytes, found.byteRange!)),
    { anchors, pool: [...readableCertificates(cms.certificates), ...known.certificates] }
  )
  return report.status === 'valid' ? report.time : null
}
