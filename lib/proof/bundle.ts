import { canonicalJson, digestOfJson } from './canonical_json.js'
import type { JournalEntry, Subject } from './entry.js'
import type { SealStatement } from './seal.js'
import type { SealSignature } from './seal_signature.js'

/** An entry with its place in the chain and its path up to the root of the seal that holds it. */
export interface ProvenEntry {
  entry: JournalEntry
  previous: string
  hash: string
  inclusion: { seal: number; index: number; path: string[] }
}

/** A seal with its RFC 3161 token (DER of the TimeStampToken) in base64, and who signed it. */
export interface ProvenSeal {
  statement: SealStatement
  token: string
  /** Absent from bundles of the first format, empty for seals older than the signatures. */
  signatures?: SealSignature[]
}

/** A file handed over with the bundle; its digest must be quoted by one of the entries. */
export interface ProvenFile {
  name: string
  role: string
  size: number
  sha256: string
}

/** `proof.json`: all that a third party needs to check our word, without us. */
export interface ProofBundle {
  format: 'halle.proof.v1' | 'halle.proof.v2'
  software: { name: string; version: string }
  producedAt: string
  subjects: Subject[]
  entries: ProvenEntry[]
  seals: ProvenSeal[]
  files: ProvenFile[]
  digest: string
}

/**
 * Closes a bundle: entries in order of position, seals in order of number, and the digest of
 * the whole, which tells a damaged copy from a sound one.
 */
export function buildProofBundle(content: Omit<ProofBundle, 'format' | 'digest'>): ProofBundle {
  const body = {
    format: 'halle.proof.v2' as const,
    ...content,
    entries: content.entries.toSorted((a, b) => a.entry.position - b.entry.position),
    seals: content.seals.toSorted((a, b) => a.statement.number - b.statement.number),
  }
  return { ...body, digest: digestOfBundle(body) }
}

/** The digest over everything in a bundle but the digest itself. */
export function digestOfBundle(bundle: Omit<ProofBundle, 'digest'>): string {
  return digestOfJson({ ...bundle, digest: undefined })
}

/**
 * The bytes of proof.json. They are canonical: one bundle has one text, so that no two readers
 * can understand the same file differently.
 */
export function serializeProofBundle(bundle: ProofBundle): Buffer {
  return Buffer.from(canonicalJson(bundle), 'utf8')
}
