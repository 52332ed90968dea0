export { canonicalJson, type JsonValue } from './proof/canonical_json.js'
export { GENESIS, hashEntry, type JournalEntry, type Subject, type Actor } from './proof/entry.js'
export { merkleRoot, inclusionProof, verifyInclusion } from './proof/merkle.js'
export { isLineOf, type BatchLine, type BatchSummary, type LineProof } from './proof/batch.js'
export { isSignedByKey, lookText, sendingText, type SignedLook } from './proof/signed_look.js'
export { LINE_LOG, writeLineLog, type LoggedBatch } from './proof/line_log.js'
export { buildSealStatement, hashSeal, sealBytes, type SealStatement } from './proof/seal.js'
export {
  blockOf,
  parseSealKeys,
  pemOf,
  sealKeyOf,
  SealKeysUnreadable,
  writeSealKeys,
  type SealKey,
} from './proof/seal_keys.js'
export { isSignedWith, signSeal, signSealFor, type SealSignature } from './proof/seal_signature.js'
export { issuerJudge, memberVerdict, type IssuerVerdict } from './proof/verify_issuer.js'
export { troubleOfOrder, troublesOfEntryTime, troublesOfSealTimes } from './proof/seal_times.js'
export { CLOCKS_DIFFER_MS, inFrench, instantOf, SEALING_INTERVAL_SECONDS } from './proof/times.js'
export {
  buildProofBundle,
  digestOfBundle,
  serializeProofBundle,
  type ProofBundle,
  type ProvenEntry,
  type ProvenFile,
  type ProvenSeal,
} from './proof/bundle.js'
export { parseProofBundle, BundleRejected } from './proof/bundle_parser.js'
export {
  verifyBundle,
  type Finding,
  type MeasureFile,
  type ReadLog,
  type TokenVerdict,
  type VerifyToken,
} from './proof/verifier.js'
