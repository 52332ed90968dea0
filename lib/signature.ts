/**
 * Electronic signature: PAdES baseline in two phases, time-stamps, and the reading of signatures
 * that others made. The only file that capabilities import.
 */
export { completeSignature, type CompleteOptions } from './signature/complete.js'
export { isSignatureOf } from './signature/cms_verifier.js'
export {
  checkSigningCertificate,
  type CertificateProblem,
} from './signature/signing_certificate.js'
export type { ByteRange } from './signature/byte_range.js'
export {
  checkSignable,
  prepareSignature,
  type PrepareOptions,
  type PreparedSignature,
} from './signature/prepare.js'
export type { Appearance } from './signature/appearance.js'
export type { Place } from './signature/placement.js'
export type { StampText } from './signature/stamp.js'
export { timestampSource, type TimestampSource } from './signature/timestamp_client.js'
export { signerWith, type LocalSigner } from './signature/signer.js'
export { readCertificates, summarizeCertificate } from './signature/certificate.js'
export { fingerprintOf, readHolder, type Holder } from './signature/holder/holder.js'
export { judgeHolder, type HolderProblem } from './signature/holder/judge_holder.js'
export { isLocked } from './pdf/lock.js'
export * from './signature/errors.js'
export { inspectPdf, type InspectOptions, type PdfInspection } from './signature/inspect.js'
export type { SignatureReport } from './signature/signature_report.js'
export type { Indication, SubIndication, Verdict } from './signature/verdict.js'
