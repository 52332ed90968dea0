import type { BegunPli } from './begun_pli.js'
import { base64url, hex, type Bytes } from './bytes.js'
import { EnvelopeKeys, shareInfo, type EnvelopePlace } from './envelope_keys.js'
import { hpkeSeal } from './hpke.js'
import { buildList, type ListedFile } from './list.js'
import type { SealedEnvelope, SealedFile, SealedShare } from './manifest.js'
import { demand } from './refused.js'
import { put, sealFile, type PlainFile, type PliSink } from './seal_file.js'
import { split } from './shamir.js'
import type { RunningDigest } from './sha256.js'
import { Trial } from './trial.js'
import type { Trousseau } from './trousseau.js'

/** Of which envelope, under which keys; `isTried` opens again all that is sealed. */
export interface EnvelopeSealing {
  place: EnvelopePlace
  dek: Bytes
  trousseau: Trousseau
  begun?: BegunPli
  isTried?: boolean
}

/** Seals the files of one envelope into a sink. @throws SealingRefused when one has changed meanwhile */
export async function sealEnvelope(
  { place, dek, trousseau, begun, isTried }: EnvelopeSealing,
  files: PlainFile[],
  sink: PliSink,
  newDigest: () => RunningDigest
): Promise<SealedEnvelope> {
  const keys = new EnvelopeKeys(place, dek)
  const trial = isTried ? new Trial(place, dek) : undefined
  const sealed: SealedFile[] = []
  const listed: ListedFile[] = []
  for (const file of files) {
    const sealing = { envelope: place.envelope, keys, sink, newDigest, begun, trial }
    const { id, pieces, sha256 } = await sealFile(sealing, file)
    sealed.push({ id, pieces })
    listed.push({ id, name: file.name, sha256, size: file.size })
  }
  const list = await keys.sealList(buildList(listed))
  const commit = await keys.commit()
  await trial?.end(list, listed, commit)
  const putList = await put(list, `${place.envelope}/list.bin`, sink, newDigest())
  return {
    commit: hex(commit),
    files: sealed,
    list: putList,
    name: place.envelope,
    shares: await sealShares(place, dek, commit, trousseau),
  }
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
