import { canonicalJson } from './canonical_json.js'
import type { ProofBundle } from './bundle.js'

/** The file is not a proof bundle that this version can read; `message` says why, in French. */
export class BundleRejected extends Error {}

const FORMATS = ['halle.proof.v1', 'halle.proof.v2']
const HASH = /^[0-9a-f]{64}$/
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** Reads the bytes of a proof.json; throws BundleRejected. The shape is checked, not the proof. */
export function parseProofBundle(bytes: Buffer): ProofBundle {
  const value = readJson(bytes)
  if (!isRecord(value)) throw new BundleRejected('Ce fichier n’est pas un dossier de preuve.')
  if (!FORMATS.includes(String(value.format))) {
    throw new BundleRejected('Ce dossier de preuve est d’une version que cet outil ne connaît pas.')
  }
  if (!isBundle(value)) throw new BundleRejected('Ce dossier de preuve est incomplet.')
  if (canonicalJson(value) !== bytes.toString('utf8')) {
    throw new BundleRejected(
      'L’écriture de ce dossier de preuve a été modifiée (espaces, ordre ou doublons).'
    )
  }
  return value as unknown as ProofBundle
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    throw new BundleRejected('Ce fichier n’est pas du JSON lisible : il est abîmé ou incomplet.')
  }
}

function isBundle(value: Record<string, unknown>): boolean {
  return (
    isHash(value.digest) &&
    isRecord(value.software) &&
    typeof value.producedAt === 'string' &&
    isListOf(value.subjects, isSubject) &&
    isListOf(value.entries, isProvenEntry) &&
    isListOf(value.seals, value.format === 'halle.proof.v1' ? isFirstSeal : isProvenSeal) &&
    isListOf(value.files, isProvenFile)
  )
}

function isProvenEntry(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value.entry) || !isRecord(value.inclusion)) return false
  const { entry, inclusion } = value
  return (
    isHash(value.hash) &&
    isHash(value.previous) &&
    isCount(entry.position) &&
    isSubject(entry.subject) &&
    isRecord(entry.actor) &&
    isRecord(entry.data) &&
    [entry.tenantId, entry.type, entry.at].every((text) => typeof text === 'string') &&
    isCount(inclusion.seal) &&
    Number.isSafeInteger(inclusion.index) &&
    isListOf(inclusion.path, isHash)
  )
}

/** Seals of the first bundles: no signature, and a statement of the first format. */
function isFirstSeal(value: unknown): boolean {
  return isSeal(value) && !('signatures' in value) && value.statement.format === 'halle.seal.v1'
}

function isProvenSeal(value: unknown): boolean {
  return isSeal(value) && isListOf(value.signatures, isSignature)
}

function isSignature(value: unknown): boolean {
  return (
    isRecord(value) &&
    ['platform', 'member'].includes(String(value.by)) &&
    isHash(value.key) &&
    isBase64(value.value)
  )
}

function isSeal(
  value: unknown
): value is Record<string, unknown> & { statement: Record<string, unknown> } {
  if (!isRecord(value) || !isRecord(value.statement)) return false
  const { statement } = value
  const isSecond = statement.format === 'halle.seal.v2' && isCount(statement.intervalSeconds)
  return (
    isBase64(value.token) &&
    (isSecond || statement.format === 'halle.seal.v1') &&
    [statement.number, statement.firstPosition, statement.lastPosition, statement.count].every(
      isCount
    ) &&
    [statement.root, statement.head, statement.previousSeal].every(isHash) &&
    [statement.tenantId, statement.closedAt].every((text) => typeof text === 'string')
  )
}

function isProvenFile(value: unknown): boolean {
  if (!isRecord(value)) return false
  // A name with a path could make the verifier read outside the folder that it was given.
  const named = typeof value.name === 'string' && /^[^/\\\0]+$/.test(value.name)
  return named && !/^\.+$/.test(String(value.name)) && isHash(value.sha256) && isSize(value.size)
}

function isSubject(value: unknown): boolean {
  return (
    isRecord(value) && [value.capability, value.type, value.id].every((v) => typeof v === 'string')
  )
}

function isListOf(value: unknown, is: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isHash(value: unknown): boolean {
  return typeof value === 'string' && HASH.test(value)
}

function isBase64(value: unknown): boolean {
  return typeof value === 'string' && BASE64.test(value)
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0
}

function isSize(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
