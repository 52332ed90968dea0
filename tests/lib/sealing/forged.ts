import { randomBytes, randomUUID } from 'node:crypto'
import { canonicalJson } from '#lib/json/canonical'
import { hex, joined, sha256Hex, utf8, type Bytes } from '#lib/sealing/bytes'
import { EnvelopeKeys, PIECE_BYTES, shareInfo } from '#lib/sealing/envelope_keys'
import { hpkeSeal } from '#lib/sealing/hpke'
import { split } from '#lib/sealing/shamir'
import { Memory, newDigest, type Keyed } from './memory.js'

interface Piece {
  index: number
  isLast: boolean
  plain: Bytes
}

/** What a bidder who lies may change; what is left out is right. */
export interface Lies {
  /** The pieces of the one file, instead of two right ones. */
  pieces?(right: Piece[]): Piece[]
  /** The ciphertexts, once sealed. */
  sealed?(pieces: Bytes[]): Bytes[]
  /** The list as it is sealed. */
  list?(files: any[]): unknown
  listText?(text: string): string
  /** The key that is shared, instead of the one that was used. */
  shared?: Bytes
  /** The share of that rank is sealed wrongly. */
  brokenShares?: number[]
  /** What is written as the commitment, for the shares are bound to it. */
  commit?(right: Bytes): Bytes
}

/**
 * A pli of one envelope with one file (of two pieces where that matters), made by a program that has our keys and lies:
 * everything that can be checked without a key is right.
 */
export async function forge({ trousseau }: Keyed, lies: Lies = {}) {
  const [pli, envelope, id] = [randomUUID(), 'offre-1', randomBytes(16).toString('hex')]
  const place = { tender: trousseau.tender, pli, envelope }
  const keys = new EnvelopeKeys(place, new Uint8Array(randomBytes(32)))
  const size = lies.pieces || lies.sealed ? PIECE_BYTES + 10 : 10
  const plain = new Uint8Array(size).fill(7)
  const cuts = size > PIECE_BYTES ? [0, PIECE_BYTES] : [0]
  const right = cuts.map((from, index) => ({
    index,
    isLast: index === cuts.length - 1,
    plain: plain.slice(from, from + PIECE_BYTES),
  }))
  const sealing = (lies.pieces?.(right) ?? right).map(async (piece) =>
    joined(...(await keys.sealPiece({ fileId: id, ...piece }, piece.plain)))
  )
  const sealed = await Promise.all(sealing)
  const pieces = lies.sealed?.(sealed) ?? sealed
  const digest = newDigest()
  digest.update(plain)
  const listed = [{ id, name: 'prix.csv', sha256: digest.digest(), size }]
  const text = JSON.stringify(lies.list?.(listed) ?? { files: listed })
  const padded = new Uint8Array(4096).fill(0x20)
  padded.set(utf8(lies.listText?.(text) ?? text))
  const list = joined(...(await keys.sealList(padded)))
  const commit = lies.commit?.(await keys.commit()) ?? (await keys.commit())
  const shares = split(lies.shared ?? keys.dek, trousseau.holders.length, trousseau.threshold)
  const folder = new Memory()
  await folder.append(`${envelope}/list.bin`, list)
  for (const piece of pieces) await folder.append(`${envelope}/${id}.bin`, piece)
  const measured = async (bytes: Bytes) => ({ sha256: await sha256Hex(bytes), size: bytes.length })
  const manifest = {
    format: 'halle-pli/1',
    pli,
    tender: trousseau.tender,
    trousseau: trousseau.fingerprint,
    envelopes: [
      {
        name: envelope,
        commit: hex(commit),
        list: await measured(list),
        files: [{ id, pieces: await Promise.all(pieces.map(measured)) }],
        shares: await Promise.all(
          trousseau.holders.map(async ({ id: holder, publicKey }, rank) => {
            const isBroken = lies.brokenShares?.includes(rank)
            const aad = isBroken ? new Uint8Array(32) : commit
            const made = (await hpkeSeal(publicKey, {
              info: shareInfo(place, holder),
              aad,
              plain: shares[rank],
            }))!
            const text64 = (bytes: Bytes) => Buffer.from(bytes).toString('base64url')
            return { holder, enc: text64(made.enc), ct: text64(made.ct) }
          })
        ),
      },
    ],
  }
  await folder.append('pli.json', utf8(canonicalJson(manifest)))
  return { folder, place, dek: keys.dek, manifest }
}
