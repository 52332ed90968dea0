import { base64url, hex, randomBytes, type Bytes } from './bytes.js'
import { EnvelopeKeys, shareInfo, type EnvelopePlace } from './envelope_keys.js'
import { hpkeSeal } from './hpke.js'
import { buildList, type ListedFile } from './list.js'
import type { Measured, SealedEnvelope, SealedFile, SealedShare } from './manifest.js'
import { piecesOf } from './pieces.js'
import { demand } from './refused.js'
import { split } from './shamir.js'
import type { RunningDigest } from './sha256.js'
import type { Trousseau } from './trousseau.js'

/** A file to seal. */
export interface PlainFile {
  /** Within its envelope, with `/` between folders, in NFC. */
  name: string
  /** In bytes, when it was chosen. */
  size: number
  read(): AsyncIterable<Uint8Array>
}

/** Where a sealed pli goes: bytes are added to the end of the file of that path. */
export interface PliSink {
  append(path: string, bytes: Bytes): Promise<void>
}

/** Seals the files of one envelope into a sink. @throws SealingRefused when one has changed meanwhile */
export async function sealEnvelope(
  { place, dek, trousseau }: { place: EnvelopePlace; dek: Bytes; trousseau: Trousseau },
  files: PlainFile[],
  sink: PliSink,
  newDigest: () => RunningDigest
): Promise<SealedEnvelope> {
  const keys = new EnvelopeKeys(place, dek)
  const sealed: SealedFile[] = []
  const listed: ListedFile[] = []
  for (const file of files) {
    const id = hex(randomBytes(16))
    const one = await sealFile(
      { keys, id, path: `${place.envelope}/${id}.bin` },
      file,
      sink,
      newDigest
    )
    sealed.push({ id, pieces: one.pieces })
    listed.push({ id, name: file.name, sha256: one.sha256, size: file.size })
  }
  const list = await keys.sealList(buildList(listed))
  const putList = await put(list, `${place.envelope}/list.bin`, sink, newDigest())
  const commit = await keys.commit()
  return {
    commit: hex(commit),
    files: sealed,
    list: putList,
    name: place.envelope,
    shares: await sealShares(place, dek, commit, trousseau),
  }
}

async function sealFile(
  { keys, id, path }: { keys: EnvelopeKeys; id: string; path: string },
  file: PlainFile,
  sink: PliSink,
  newDigest: () => RunningDigest
): Promise<{ pieces: Measured[]; sha256: string }> {
  const pieces: Measured[] = []
  const digest = newDigest()
  let size = 0
  for await (const { plain, index, isLast } of piecesOf(file.read(), file.size)) {
    digest.update(plain)
    size += plain.length
    const piece = await keys.sealPiece({ fileId: id, index, isLast }, plain)
    pieces.push(await put(piece, path, sink, newDigest()))
  }
  demand(
    size === file.size,
    'file-changed',
    `« ${file.name} » a changé pendant le scellement : recommencez.`
  )
  return { pieces, sha256: digest.digest() }
}

/** One share a holder, in the trousseau's order (FORMAT §5). */
async function sealShares(
  place: EnvelopePlace,
  dek: Bytes,
  commit: Bytes,
  { holders, threshold }: Trousseau
): Promise<SealedShare[]> {
  const shares = split(dek, holders.length, threshold)
  return Promise.all(
    holders.map(async ({ id, publicKey }, index) => {
      const info = shareInfo(place, id)
      const sealed = await hpkeSeal(publicKey, { info, aad: commit, plain: shares[index] })
      demand(sealed !== null, 'public-key', `La clé publique du porteur ${id} n’en est pas une.`)
      return { ct: base64url(sealed.ct), enc: base64url(sealed.enc), holder: id }
    })
  )
}

/** Adds some parts to the end of a file, and measures them. */
async function put(
  parts: Bytes[],
  path: string,
  sink: PliSink,
  digest: RunningDigest
): Promise<Measured> {
  for (const part of parts) {
    digest.update(part)
    await sink.append(path, part)
  }
  return { sha256: digest.digest(), size: parts.reduce((sum, { length }) => sum + length, 0) }
}
