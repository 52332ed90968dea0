import { canonicalJson } from '#lib/json/canonical'
import { base64url, utf8, type Bytes } from './bytes.js'
import { demand } from './refused.js'
import { bytesOf, hasOnly, readJson } from './shapes.js'

const FORMAT = 'halle-porteur/1'

/** A holder's private key, as the tools keep it (FORMAT §1). */
export interface HolderKey {
  holder: string
  privateKey: Bytes
}

/** Reads `<holder>.key.json`. @throws SealingRefused */
export function parseHolderKey(bytes: Uint8Array): HolderKey {
  const shape = readJson(bytes, 'La clé du porteur')
  demand(
    shape.format === FORMAT,
    'unknown-format',
    'Cette clé n’est pas du format halle-porteur/1.'
  )
  const privateKey = bytesOf(shape.privateKey, 32)
  demand(
    hasOnly(shape, ['format', 'holder', 'privateKey']) &&
      typeof shape.holder === 'string' &&
      privateKey !== null,
    'malformed',
    'Cette clé n’a pas les parties du format halle-porteur/1.'
  )
  return { holder: shape.holder, privateKey }
}

/** The bytes of `<holder>.key.json`. */
export const buildHolderKey = ({ holder, privateKey }: HolderKey): Bytes =>
  utf8(canonicalJson({ format: FORMAT, holder, privateKey: base64url(privateKey) }))
