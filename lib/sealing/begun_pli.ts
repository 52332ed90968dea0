import { canonicalJson } from '#lib/json/canonical'
import { base64url, utf8, type Bytes } from './bytes.js'
import type { Measured } from './manifest.js'
import { demand } from './refused.js'
import {
  bytesOf,
  hasOnly,
  isDigest,
  isListOf,
  isShape,
  isText,
  isUuid,
  readJson,
} from './shapes.js'

const FORMAT = 'halle-reprise/1'

/** A piece that was sealed: what it held, and what came of it. */
export interface BegunPiece extends Measured {
  /** SHA-256 of the plain piece, in hexadecimal. */
  plain: string
  isLast: boolean
}

/** A file of which some pieces were sealed. */
export interface BegunFile {
  envelope: string
  name: string
  id: string
  pieces: BegunPiece[]
}

/**
 * A sealing under way, as its bidder keeps it to go on after a crash or on another machine. It holds
 * the keys of the envelopes: like `cle.json`, it never goes to the server. `held` are the digests of
 * the sealed pieces that have arrived, as the server tells them; a piece that has not is sealed again,
 * under a nonce of its own (FORMAT §3).
 */
export class BegunPli {
  readonly #files = new Map<string, BegunFile>()
  held: ReadonlySet<string> = new Set()

  constructor(
    readonly tender: string,
    readonly pli: string,
    readonly deks: Map<string, Bytes> = new Map(),
    files: BegunFile[] = []
  ) {
    for (const one of files) this.#files.set(keyOf(one.envelope, one.name), one)
  }

  fileOf(envelope: string, name: string): BegunFile | null {
    return this.#files.get(keyOf(envelope, name)) ?? null
  }

  /** A file is sealed from its start, under that number: what is known of it is forgotten. */
  begin(envelope: string, name: string, id: string): BegunFile {
    const file = { envelope, name, id, pieces: [] }
    this.#files.set(keyOf(envelope, name), file)
    return file
  }

  /** The piece that was sealed of the same bytes at that place, if it has arrived. */
  arrived({ pieces }: BegunFile, index: number, plain: string, isLast: boolean): BegunPiece | null {
    const piece = pieces[index]
    const isThere = piece?.plain === plain && piece.isLast === isLast && this.held.has(piece.sha256)
    return isThere ? piece : null
  }

  /** Whether these bytes are not those that were sealed at that place: the file has changed. */
  differs({ pieces }: BegunFile, index: number, plain: string, isLast: boolean): boolean {
    const piece = pieces[index]
    return piece !== undefined && (piece.plain !== plain || piece.isLast !== isLast)
  }

  get files(): BegunFile[] {
    return [...this.#files.values()]
  }

  /** The bytes of `reprise.json`. */
  build(): Bytes {
    const { tender, pli, files } = this
    const keys = Object.fromEntries([...this.deks].map(([name, dek]) => [name, base64url(dek)]))
    return utf8(canonicalJson({ format: FORMAT, tender, pli, keys, files }))
  }

  /** Reads `reprise.json`. @throws SealingRefused */
  static parse(bytes: Uint8Array): BegunPli {
    const shape = readJson(bytes, 'Le fichier de reprise')
    const { format, tender, pli, keys, files } = shape
    demand(format === FORMAT, 'unknown-format', 'Ce fichier n’est pas du format halle-reprise/1.')
    const isWhole =
      hasOnly(shape, ['files', 'format', 'keys', 'pli', 'tender']) &&
      isUuid(tender) &&
      isUuid(pli) &&
      isShape(keys) &&
      isListOf(files, isBegunFile)
    demand(isWhole, 'malformed', 'Ce fichier n’a pas les parties du format halle-reprise/1.')
    const deks = Object.entries(keys).map(([name, dek]) => [name, bytesOf(dek, 32)] as const)
    const known = deks.filter((one): one is [string, Bytes] => one[1] !== null)
    demand(known.length === deks.length, 'malformed', 'Une clé d’enveloppe compte 32 octets.')
    return new BegunPli(tender, pli, new Map(known), files)
  }
}

const keyOf = (envelope: string, name: string) => `${envelope}/${name}`

const isBegunFile = (one: unknown): one is BegunFile =>
  hasOnly(one, ['envelope', 'id', 'name', 'pieces']) &&
  typeof one.envelope === 'string' &&
  typeof one.name === 'string' &&
  isText(one.id, /^[0-9a-f]{32}$/) &&
  isListOf(one.pieces, isBegunPiece)

const isBegunPiece = (one: unknown): one is BegunPiece =>
  hasOnly(one, ['isLast', 'plain', 'sha256', 'size']) &&
  isDigest(one.plain) &&
  isDigest(one.sha256) &&
  typeof one.isLast === 'boolean' &&
  Number.isSafeInteger(one.size)
