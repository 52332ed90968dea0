import { canonicalJson } from './canonical_json.js'
import type { ProofBundle } from './bundle.js'
import {
  closed,
  isBase64,
  isCount,
  isDeeperThan,
  isHash,
  isListOf,
  isOneOf,
  isRecord,
  isSize,
  isText,
} from './shapes.js'

/** The file is not a proof bundle that this version can read; `message` says why, in French. */
export class BundleRejected extends Error {}

/** What a journal writes is three or four deep. */
const DEEPEST = 64

/** Reads the bytes of a proof.json; throws BundleRejected. The shape is checked, not the proof. */
export function parseProofBundle(bytes: Buffer): ProofBundle {
  const value = readJson(bytes)
  if (!isRecord(value)) throw new BundleRejected('Ce fichier n’est pas un dossier de preuve.')
  const isBundle = Object.hasOwn(FORMATS, String(value.format)) && FORMATS[String(value.format)]
  if (!isBundle) {
    throw new BundleRejected('Ce dossier de preuve est d’une version que cet outil ne connaît pas.')
  }
  if (isDeeperThan(DEEPEST, value) || !isBundle(value)) {
    throw new BundleRejected(
      'Ce dossier de preuve est incomplet, ou dit autre chose que ce qu’il prouve.'
    )
  }
  if (canonicalOf(value) !== bytes.toString('utf8')) {
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
    throw new BundleRejected('Ce fichier n’est pas du JSON lisible : il est abîmé ou incomplet.')
  }
}

/** null for what has no canonical writing: a lone surrogate (RFC 8785 §3.2.2.2). */
function canonicalOf(value: unknown): string | null {
  try {
    return canonicalJson(value)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

const isSubject = closed({ capability: isText, type: isText, id: isText })

const isEntry = closed({
  tenantId: isText,
  position: isCount,
  type: isText,
  subject: isSubject,
  actor: closed({ kind: isOneOf('person', 'system', 'outside') }, { id: isText }),
  at: isText,
  data: isRecord,
})

const isProvenEntry = closed({
  entry: isEntry,
  previous: isHash,
  hash: isHash,
  inclusion: closed({ seal: isCount, index: isSize, path: isListOf(isHash) }),
})

const body = {
  tenantId: isText,
  number: isCount,
  previousSeal: isHash,
  firstPosition: isCount,
  lastPosition: isCount,
  count: isCount,
  root: isHash,
  head: isHash,
  closedAt: isText,
}
const isFirst = closed({ ...body, format: isOneOf('halle.seal.v1') })
const isSecond = closed({ ...body, format: isOneOf('halle.seal.v2'), intervalSeconds: isCount })
const isSignature = closed({
  by: isOneOf('platform', 'member'),
  key: isHash,
  value: isBase64,
})

/** Seals of the first bundles: no signature, and a statement of the first format. */
const isFirstSeal = closed({ statement: isFirst, token: isBase64 })
const isSeal = closed({
  statement: (value) => isFirst(value) || isSecond(value),
  token: isBase64,
  signatures: isListOf(isSignature),
})

const isFile = closed({
  // A name with a path could make the verifier read outside the folder that it was given.
  name: (value) => typeof value === 'string' && /^[^/\\\0]+$/.test(value) && !/^\.+$/.test(value),
  role: isText,
  size: isSize,
  sha256: isHash,
})

const bundleWith = (isOwnSeal: (value: unknown) => boolean) =>
  closed({
    format: isText,
    software: closed({ name: isText, version: isText }),
    producedAt: isText,
    subjects: isListOf(isSubject),
    entries: isListOf(isProvenEntry),
    seals: isListOf(isOwnSeal),
    files: isListOf(isFile),
    digest: isHash,
  })

const FORMATS: Record<string, (value: unknown) => boolean> = {
  'halle.proof.v1': bundleWith(isFirstSeal),
  'halle.proof.v2': bundleWith(isSeal),
}
