import { joined, randomBytes, sha256, utf8, type Bytes, type SecretKey } from './bytes.js'

/** Before each ciphertext. */
export const NONCE_BYTES = 12
/** What an encrypted piece adds to the plain one: its nonce and its tag. */
export const ADDED_BYTES = NONCE_BYTES + 16
/** A plain piece; the last one may be shorter. */
export const PIECE_BYTES = 4_194_304
/** The list is filled with spaces up to a multiple of that. */
export const LIST_BYTES = 4_096

/** Which envelope of which pli: what everything in it is bound to. */
export interface EnvelopePlace {
  tender: string
  pli: string
  envelope: string
}

/** A piece among those of its file. */
export interface PiecePlace {
  fileId: string
  /** From 0. */
  index: number
  isLast: boolean
}

/** The keys of one envelope, from its 32 random bytes (FORMAT §2). */
export class EnvelopeKeys {
  readonly #context: string
  readonly #keys = new Map<string, Promise<SecretKey>>()

  constructor(
    place: EnvelopePlace,
    readonly dek: Bytes
  ) {
    this.#context = contextOf(place)
  }

  /** SHA-256 that binds the key: AES-GCM does not commit to it. */
  commit(): Promise<Bytes> {
    return sha256(joined(`${this.#context}|commit|`, this.dek))
  }

  /** Nonce, then ciphertext: they are not copied into one, for a file has thousands of pieces. */
  sealPiece({ fileId, index, isLast }: PiecePlace, plain: Bytes): Promise<Bytes[]> {
    return this.#seal(`file|${fileId}`, this.#pieceData(fileId, index, isLast), plain)
  }

  /** The plain piece, null when it is not that one or was altered. */
  openPiece({ fileId, index, isLast }: PiecePlace, piece: Bytes): Promise<Bytes | null> {
    return this.#open(`file|${fileId}`, this.#pieceData(fileId, index, isLast), piece)
  }

  sealList(plain: Bytes): Promise<Bytes[]> {
    return this.#seal('list', `${this.#context}|list`, plain)
  }

  openList(bytes: Bytes): Promise<Bytes | null> {
    return this.#open('list', `${this.#context}|list`, bytes)
  }

  #pieceData(fileId: string, index: number, isLast: boolean): string {
    return `${this.#context}|file|${fileId}|${index}|${isLast ? 1 : 0}`
  }

  async #seal(label: string, data: string, plain: Bytes): Promise<Bytes[]> {
    const iv = randomBytes(NONCE_BYTES)
    const key = await this.#key(label)
    const parameters = { name: 'AES-GCM', iv, additionalData: utf8(data) }
    return [iv, new Uint8Array(await crypto.subtle.encrypt(parameters, key, plain))]
  }

  async #open(label: string, data: string, bytes: Bytes): Promise<Bytes | null> {
    const [iv, ct] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES)]
    const key = await this.#key(label)
    try {
      const parameters = { name: 'AES-GCM', iv, additionalData: utf8(data) }
      return new Uint8Array(await crypto.subtle.decrypt(parameters, key, ct))
    } catch {
      return null
    }
  }

  /** One file is under way at a time: only its key and that of the list are kept. */
  #key(label: string): Promise<SecretKey> {
    const known = this.#keys.get(label)
    if (known) return known
    if (this.#keys.size > 1) this.#keys.clear()
    const key = derive(this.dek, label)
    this.#keys.set(label, key)
    return key
  }
}

const contextOf = ({ tender, pli, envelope }: EnvelopePlace) =>
  `halle-pli/1|${tender}|${pli}|${envelope}`

/** What the share of a holder is sealed with, beside the commitment (FORMAT §5). */
export const shareInfo = (place: EnvelopePlace, holder: string): Bytes =>
  utf8(`${contextOf(place)}|share|${holder}`)

/** HKDF-SHA256 of the key of the envelope, for one use. */
async function derive(dek: Bytes, label: string): Promise<SecretKey> {
  const secret = await crypto.subtle.importKey('raw', dek, 'HKDF', false, ['deriveKey'])
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: utf8('halle-pli/1'), info: utf8(label) }
  return crypto.subtle.deriveKey(hkdf, secret, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}
