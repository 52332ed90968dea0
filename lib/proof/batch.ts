import { digestOfJson, type JsonValue } from './canonical_json.js'
import { inclusionProof, merkleRoot, verifyInclusion } from './merkle.js'

/** What one entry of the journal says of one thing among many. */
export interface BatchLine {
  /** Of the thing. */
  id: string
  /** Identifiers, digests and dates only, as in an entry. */
  data: { [name: string]: JsonValue | undefined }
}

/** What an entry bears for all its lines. */
export interface BatchSummary {
  lines: number
  /** RFC 6962 §2.1 over their hashes. */
  root: string
}

/** That a line is one of those of an entry, for whoever holds the entry. */
export interface LineProof {
  line: BatchLine
  index: number
  size: number
  path: string[]
  root: string
}

/** The hash of a line: SHA-256 of its canonical JSON, in hexadecimal. */
export const hashLine = ({ id, data }: BatchLine): string =>
  digestOfJson({ format: 'halle.batch-line.v1', id, data })

/** What the entry says of some lines; at least one. */
export const summaryOf = (hashes: string[]): BatchSummary => ({
  lines: hashes.length,
  root: merkleRoot(hashes),
})

/** The proof of the line at `index`. */
export const proveLine = (line: BatchLine, hashes: string[], index: number): LineProof => ({
  line,
  index,
  size: hashes.length,
  path: inclusionProof(hashes, index),
  root: merkleRoot(hashes),
})

/** Whether a line is one of those that an entry sums up. */
export const isLineOf = ({ line, ...proof }: LineProof, { lines, root }: BatchSummary): boolean =>
  proof.size === lines && proof.root === root && verifyInclusion({ ...proof, hash: hashLine(line) })
