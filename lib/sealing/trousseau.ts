import { canonicalJson } from '#lib/json/canonical'
import { base64url, sha256Hex, utf8, type Bytes } from './bytes.js'
import { demand } from './refused.js'
import { bytesOf, hasOnly, isListOf, isText, isUuid, readCanonical } from './shapes.js'
import { isOfLowOrder, pointOf } from './x25519.js'

const FORMAT = 'halle-trousseau/1'
const ENVELOPE = /^(candidature|offre|offre-[1-9]\d{0,2})$/
const HOLDER = /^[a-z0-9-]{1,32}$/
const MOST_HOLDERS = 16

/** Who may open the plis of a tender, and how many of them it takes (FORMAT §1). */
export interface Trousseau {
  tender: string
  envelopes: string[]
  holders: { id: string; publicKey: Bytes }[]
  threshold: number
  /** SHA-256 of the file. */
  fingerprint: string
}

/** Reads `trousseau.json`. @throws SealingRefused */
export async function parseTrousseau(bytes: Bytes): Promise<Trousseau> {
  const shape = readCanonical(bytes, 'Le trousseau')
  demand(
    shape.format === FORMAT,
    'unknown-format',
    'Ce trousseau n’est pas du format halle-trousseau/1.'
  )
  const { tender, envelopes, holders, threshold } = shape
  demand(
    hasOnly(shape, ['envelopes', 'format', 'holders', 'tender', 'threshold']) &&
      isListOf(envelopes, (one): one is string => typeof one === 'string') &&
      isListOf(holders, isHolder) &&
      typeof tender === 'string' &&
      typeof threshold === 'number',
    'malformed',
    'Ce trousseau n’a pas les parties du format halle-trousseau/1.'
  )
  const read = holders.map(({ id, publicKey }) => ({ id, publicKey: bytesOf(publicKey, 32)! }))
  const whole = { tender, envelopes, holders: read, threshold }
  await checkTrousseau(whole)
  return { ...whole, fingerprint: await sha256Hex(bytes) }
}

/** The bytes of `trousseau.json`. @throws SealingRefused when it breaks a rule of the format */
export async function buildTrousseau(trousseau: Omit<Trousseau, 'fingerprint'>): Promise<Bytes> {
  await checkTrousseau(trousseau)
  const { tender, envelopes, threshold } = trousseau
  const holders = trousseau.holders.map(({ id, publicKey }) => ({
    id,
    publicKey: base64url(publicKey),
  }))
  return utf8(canonicalJson({ format: FORMAT, tender, envelopes, holders, threshold }))
}

const isHolder = (one: unknown): one is { id: string; publicKey: string } =>
  hasOnly(one, ['id', 'publicKey']) &&
  typeof one.id === 'string' &&
  bytesOf(one.publicKey, 32) !== null

const areDistinct = (values: unknown[]) => new Set(values).size === values.length

async function checkTrousseau(trousseau: Omit<Trousseau, 'fingerprint'>): Promise<void> {
  const { tender, envelopes, holders, threshold } = trousseau
  demand(isUuid(tender), 'tender', 'Une consultation se nomme par un UUID en minuscules.')
  demand(
    envelopes.length > 0 &&
      envelopes.every((one) => isText(one, ENVELOPE)) &&
      areDistinct(envelopes),
    'envelope',
    'Les enveloppes se nomment candidature, offre, ou offre-1 à offre-999, chacune une seule fois.'
  )
  demand(
    holders.every(({ id }) => HOLDER.test(id)) && areDistinct(holders.map(({ id }) => id)),
    'holder',
    'Un porteur se nomme par 1 à 32 minuscules, chiffres ou traits d’union, et une seule fois.'
  )
  demand(
    Number.isInteger(threshold) &&
      threshold >= 2 &&
      threshold < holders.length &&
      holders.length <= MOST_HOLDERS,
    'threshold',
    'Il faut au moins deux porteurs pour ouvrir, un porteur de plus qu’il n’en faut, et seize au plus : la perte d’un porteur ne doit rien perdre.'
  )
  demand(
    areDistinct(holders.map(({ publicKey }) => pointOf(publicKey))),
    'public-key',
    'Deux porteurs de ce trousseau ont la même clé publique.'
  )
  const areLow = await Promise.all(holders.map(({ publicKey }) => isOfLowOrder(publicKey)))
  demand(
    !areLow.includes(true),
    'public-key',
    'Une clé publique de ce trousseau n’en est pas une : chacun l’ouvrirait.'
  )
}
