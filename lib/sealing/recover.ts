import { hex, type Bytes } from './bytes.js'
import type { BidderKey } from './bidder_key.js'
import { EnvelopeKeys, shareInfo, type EnvelopePlace } from './envelope_keys.js'
import type { HolderKey } from './holder_key.js'
import { hpkeOpen } from './hpke.js'
import type { SealedEnvelope } from './manifest.js'
import { demand, SealingRefused } from './refused.js'
import { combine } from './shamir.js'
import { bytesOf } from './shapes.js'
import type { Trousseau } from './trousseau.js'
import { pointOf, publicKeyOf } from './x25519.js'

/** Keeps one key a holder. @throws SealingRefused for a key that is not of this trousseau, or too few */
export async function checkHolderKeys(
  keys: HolderKey[],
  { holders, threshold }: Trousseau
): Promise<HolderKey[]> {
  const own = new Map<string, HolderKey>()
  for (const key of keys) {
    const holder = holders.find(({ id }) => id === key.holder)
    const isTheirs =
      holder && pointOf(await publicKeyOf(key.privateKey)) === pointOf(holder.publicKey)
    demand(
      Boolean(isTheirs),
      'other-key',
      `La clé de « ${key.holder} » n’est pas d’un porteur de ce trousseau.`
    )
    own.set(key.holder, key)
  }
  demand(
    own.size >= threshold,
    'not-enough-keys',
    `Il faut ${threshold} porteurs pour ouvrir ce pli, et ${own.size} ${own.size > 1 ? 'ont donné leur clé' : 'a donné sa clé'}.`
  )
  return [...own.values()]
}

/** The keys of an envelope from those of holders, whichever of them agree. @throws SealingRefused */
export async function keysFromHolders(
  place: EnvelopePlace,
  envelope: SealedEnvelope,
  holders: HolderKey[],
  threshold: number
): Promise<EnvelopeKeys> {
  const opened = await Promise.all(holders.map((holder) => openShare(place, envelope, holder)))
  return keysFromShares(
    place,
    envelope,
    opened.filter((share): share is Bytes => share !== null),
    threshold
  )
}

/** The same from the shares that holders have opened, each on a machine of hers. @throws SealingRefused */
export async function keysFromShares(
  place: EnvelopePlace,
  envelope: Pick<SealedEnvelope, 'commit'>,
  shares: Bytes[],
  threshold: number
): Promise<EnvelopeKeys> {
  demand(
    shares.length >= threshold,
    'share',
    `Les parts de l’enveloppe ${place.envelope} ne s’ouvrent pas avec les clés données.`
  )
  for (const some of choices(shares, threshold)) {
    const dek = combine(some)
    const keys = dek && new EnvelopeKeys(place, dek)
    if (keys && hex(await keys.commit()) === envelope.commit) return keys
  }
  throw new SealingRefused(
    'commit',
    `Les parts de l’enveloppe ${place.envelope} ne rendent pas la clé à laquelle le pli s’est engagé.`
  )
}

/** The same from the bidder's own key. @throws SealingRefused */
export async function keysFromBidder(
  place: EnvelopePlace,
  envelope: SealedEnvelope,
  { tender, pli, deks }: BidderKey
): Promise<EnvelopeKeys> {
  demand(
    tender === place.tender && pli === place.pli,
    'other-key',
    'Cette clé de soumissionnaire est celle d’un autre pli.'
  )
  const dek = deks.get(place.envelope)
  demand(
    dek !== undefined,
    'other-key',
    `Cette clé de soumissionnaire n’ouvre pas l’enveloppe ${place.envelope}.`
  )
  const keys = new EnvelopeKeys(place, dek)
  demand(
    hex(await keys.commit()) === envelope.commit,
    'commit',
    `Cette clé de soumissionnaire n’est pas celle à laquelle l’enveloppe ${place.envelope} s’est engagée.`
  )
  return keys
}

/** A holder's share of an envelope, 33 bytes; null when it was not sealed for that key, or was altered. */
export async function openShare(
  place: EnvelopePlace,
  { shares, commit }: Pick<SealedEnvelope, 'shares' | 'commit'>,
  key: HolderKey
): Promise<Bytes | null> {
  const share = shares.find(({ holder }) => holder === key.holder)
  if (!share) return null
  const sealed = { enc: bytesOf(share.enc, 32)!, ct: bytesOf(share.ct, 49)! }
  const aad = Uint8Array.from(commit.match(/../g)!, (byte) => Number.parseInt(byte, 16))
  return hpkeOpen(key.privateKey, sealed, { info: shareInfo(place, key.holder), aad })
}

/** Every choice of so many among them. */
function* choices<T>(among: T[], count: number): Generator<T[]> {
  if (count === 0) return yield []
  for (let at = 0; at + count <= among.length; at++)
    for (const rest of choices(among.slice(at + 1), count - 1)) yield [among[at], ...rest]
}
