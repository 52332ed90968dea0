export { canonicalJson, type JsonValue } from './proof/canonical_json.js'
export { GENESIS, hashEntry, type JournalEntry, type Subject, type Actor } from './proof/entry.js'
export { merkleRoot, inclusionProof, verifyInclusion } from './proof/merkle.js'
export { buildSealStatement, hashSeal, sealBytes, type SealStatement } from './proof/seal.js'
export {
  buildProofBundle,
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
  type TokenVerdict,
  type VerifyToken,
} from './proof/verifier.js'
