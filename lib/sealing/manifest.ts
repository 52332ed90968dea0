import { canonicalJson } from '#lib/json/canonical'
import { utf8, type Bytes } from './bytes.js'
import { ADDED_BYTES, LIST_BYTES, PIECE_BYTES } from './envelope_keys.js'
import { demand } from './refused.js'
import { SHARE_BYTES } from './shamir.js'
import { bytesOf, hasOnly, isDigest, isListOf, isText, isUuid, readCanonical } from './shapes.js'
import type { Trousseau } from './trousseau.js'

const FORMAT = 'halle-pli/1'
/** A list is held whole: a hundred thousand files of long names weigh less. */
const MOST_LIST_BYTES = 128 * 1024 * 1024

/** Some encrypted bytes: their size, and their SHA-256 in hexadecimal. */
export interface Measured {
  sha256: string
  size: number
}

export interface SealedFile {
  /** 16 random bytes in hexadecimal: the name stands in the list alone. */
  id: string
  pieces: Measured[]
}

export interface SealedShare {
  ct: string
  enc: string
  holder: string
}

export interface SealedEnvelope {
  commit: string
  files: SealedFile[]
  list: Measured
  name: string
  shares: SealedShare[]
}

/** What the server sees of a pli (FORMAT §6). */
export interface Manifest {
  envelopes: SealedEnvelope[]
  pli: string
  tender: string
  /** Fingerprint of the trousseau under which it was sealed. */
  trousseau: string
}

/** The bytes of `pli.json`. */
export const buildManifest = ({ envelopes, pli, tender, trousseau }: Manifest): Bytes =>
  utf8(canonicalJson({ format: FORMAT, envelopes, pli, tender, trousseau }))

/** Reads `pli.json` against the trousseau of the tender. @throws SealingRefused */
export function parseManifest(bytes: Uint8Array, trousseau: Trousseau): Manifest {
  const shape = readCanonical(bytes, 'Le manifeste')
  demand(shape.format === FORMAT, 'unknown-format', 'Ce pli n’est pas du format halle-pli/1.')
  const { envelopes, pli, tender, trousseau: fingerprint } = shape
  demand(
    hasOnly(shape, ['envelopes', 'format', 'pli', 'tender', 'trousseau']) &&
      isListOf(envelopes, isEnvelope) &&
      isUuid(pli) &&
      typeof tender === 'string' &&
      typeof fingerprint === 'string',
    'malformed',
    'Ce manifeste n’a pas les parties du format halle-pli/1.'
  )
  demand(tender === trousseau.tender, 'other-tender', 'Ce pli répond à une autre consultation.')
  demand(
    fingerprint === trousseau.fingerprint,
    'other-trousseau',
    'Ce pli a été scellé sous un autre trousseau : il se scelle de nouveau sous celui de la consultation.'
  )
  checkEnvelopes(envelopes, trousseau)
  return { envelopes, pli, tender, trousseau: fingerprint }
}

function checkEnvelopes(
  envelopes: SealedEnvelope[],
  { envelopes: known, holders }: Trousseau
): void {
  const ranks = envelopes.map(({ name }) => known.indexOf(name))
  demand(ranks.length > 0, 'no-envelope', 'Ce pli ne contient aucune enveloppe.')
  demand(
    !ranks.includes(-1),
    'envelope',
    'Ce pli porte une enveloppe que la consultation n’attend pas.'
  )
  demand(
    ranks.every((rank, index) => index === 0 || rank > ranks[index - 1]),
    'order',
    'Les enveloppes de ce pli ne sont pas, chacune une fois, dans l’ordre du trousseau.'
  )
  for (const { name, files, shares } of envelopes) {
    demand(
      shares.length === holders.length &&
        shares.every(({ holder }, index) => holder === holders[index].id),
      'holder',
      `Les parts de l’enveloppe ${name} ne sont pas celles des porteurs du trousseau, dans leur ordre.`
    )
    demand(
      new Set(files.map(({ id }) => id)).size === files.length,
      'file-twice',
      `Un fichier de l’enveloppe ${name} y est deux fois.`
    )
  }
}

const isEnvelope = (one: unknown): one is SealedEnvelope =>
  hasOnly(one, ['commit', 'files', 'list', 'name', 'shares']) &&
  isDigest(one.commit) &&
  isListOf(one.files, isFile) &&
  isMeasured(one.list) &&
  one.list.size > ADDED_BYTES &&
  one.list.size <= MOST_LIST_BYTES &&
  (one.list.size - ADDED_BYTES) % LIST_BYTES === 0 &&
  typeof one.name === 'string' &&
  isListOf(one.shares, isShare)

const isFile = (one: unknown): one is SealedFile =>
  hasOnly(one, ['id', 'pieces']) &&
  isText(one.id, /^[0-9a-f]{32}$/) &&
  isListOf(one.pieces, isMeasured) &&
  one.pieces.length > 0 &&
  one.pieces.every(({ size }, index, all) => isSizeOfPiece(size, index, all.length))

/** Whole but for the last one, which is empty only when the file is. */
function isSizeOfPiece(size: number, index: number, count: number): boolean {
  const plain = size - ADDED_BYTES
  if (index < count - 1) return plain === PIECE_BYTES
  return plain <= PIECE_BYTES && plain >= (count === 1 ? 0 : 1)
}

const isShare = (one: unknown): one is SealedShare =>
  hasOnly(one, ['ct', 'enc', 'holder']) &&
  typeof one.holder === 'string' &&
  bytesOf(one.enc, 32) !== null &&
  bytesOf(one.ct, SHARE_BYTES + 16) !== null

const isMeasured = (one: unknown): one is Measured =>
  hasOnly(one, ['sha256', 'size']) &&
  isDigest(one.sha256) &&
  Number.isSafeInteger(one.size) &&
  (one.size as number) >= 0
