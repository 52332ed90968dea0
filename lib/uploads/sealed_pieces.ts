/**
 * Files that their sender encrypts before they leave, format `halle-echange/1`. WebCrypto and memory
 * alone: no file, no network, no clock. A file is cut in pieces of PIECE octets, each
 * `salt ‖ nonce ‖ AES-256-GCM`; the salt is that of the file, and what is authenticated beside says the
 * rank of the piece and how many there are: none is lost, moved, or taken from another file. What is
 * encrypted is the name of the file (two octets of length, then UTF-8), then its content.
 */
export const PIECE = 4 * 1024 * 1024
const SALT = 16
const NONCE = 12
const ADDED = SALT + NONCE + 16
const ROOM = PIECE - ADDED

type Bytes = Uint8Array<ArrayBuffer>
type SecretKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** It was altered, or the key is not the one of this file. */
export class PieceRefused extends Error {}

/** What a file of so many octets weighs once sealed; `head` octets tell its name. */
export function sealedSize(size: number, head: number): { size: number; count: number } {
  const plain = size + head
  const count = Math.max(1, Math.ceil(plain / ROOM))
  return { size: plain + count * ADDED, count }
}

/** What goes before the content: its name. */
export function headOf(name: string): Bytes {
  const text = new TextEncoder().encode(name).slice(0, 0xffff)
  return Uint8Array.of(text.length >> 8, text.length & 0xff, ...text)
}

/** Where the plain octets of a piece stand in the head and the content together. */
export const spanOf = (rank: number): { start: number; end: number } => ({
  start: rank * ROOM,
  end: (rank + 1) * ROOM,
})

/** What tells the pieces of one file from those of another: 128 random bits. */
export const newSalt = (): Bytes => crypto.getRandomValues(new Uint8Array(SALT))

/** A new key, as it stands in the fragment of an address: 256 bits in base64url. */
export const newKey = (): string => toText(crypto.getRandomValues(new Uint8Array(32)))

/** @throws PieceRefused when the text is no key */
export async function importKey(text: string): Promise<SecretKey> {
  const bytes = fromText(text)
  if (bytes?.length !== 32) throw new PieceRefused('no key')
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

interface Rank {
  rank: number
  count: number
}

/** A piece as it leaves: at most `spanOf` plain octets, under a nonce of its own. */
export async function sealPiece(
  key: SecretKey,
  plain: Bytes,
  { rank, count, salt }: Rank & { salt: Bytes }
): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE))
  const additionalData = saidOf(salt, { rank, count })
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain)
  const piece = new Uint8Array(SALT + NONCE + sealed.byteLength)
  piece.set(salt)
  piece.set(iv, SALT)
  piece.set(new Uint8Array(sealed), SALT + NONCE)
  return piece
}

/** The plain octets of a piece, and the salt of its file. @throws PieceRefused */
export async function openPiece(
  key: SecretKey,
  piece: Bytes,
  { rank, count, salt }: Rank & { salt?: Bytes }
): Promise<{ plain: Bytes; salt: Bytes }> {
  const own = piece.slice(0, SALT)
  if (salt && !salt.every((octet, at) => octet === own[at])) throw new PieceRefused('other file')
  const iv = piece.slice(SALT, SALT + NONCE)
  const additionalData = saidOf(own, { rank, count })
  const opened = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv, additionalData }, key, piece.slice(SALT + NONCE))
    .catch(() => {
      throw new PieceRefused('altered')
    })
  return { plain: new Uint8Array(opened), salt: own }
}

/** The name at the head of a first piece, and what follows it. */
export function splitHead(plain: Bytes): { name: string; rest: Bytes } {
  const length = (plain[0] << 8) | plain[1]
  const name = new TextDecoder().decode(plain.subarray(2, 2 + length))
  return { name, rest: plain.slice(2 + length) }
}

const saidOf = (salt: Bytes, { rank, count }: Rank): Bytes =>
  Uint8Array.from([...new TextEncoder().encode(`halle-echange/1 ${rank}/${count} `), ...salt])

const toText = (bytes: Bytes): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

function fromText(text: string): Bytes | null {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return null
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0))
}
