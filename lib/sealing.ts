/**
 * Sealed plis, format `halle-pli/1`: what the page of deposit, the offline program and the opening
 * session share. WebCrypto and memory alone: no file, no network, no clock.
 */
export { BegunPli } from './sealing/begun_pli.js'
export { buildBidderKey, parseBidderKey, type BidderKey } from './sealing/bidder_key.js'
export { checkPli, type CheckedPli } from './sealing/check.js'
export type { PliFolder } from './sealing/checked_reading.js'
export { buildHolderKey, parseHolderKey, type HolderKey } from './sealing/holder_key.js'
export { faultOfName, namesThatMeet } from './sealing/names.js'
export { openPli, type OpenedPli, type Recovery } from './sealing/open.js'
export type { OpenedSink } from './sealing/open_file.js'
export {
  checkHolderKeys,
  keysFromBidder,
  keysFromHolders,
  keysFromShares,
  openShare,
} from './sealing/recover.js'
export { ADDED_BYTES, PIECE_BYTES } from './sealing/envelope_keys.js'
export { parseManifest, type Manifest, type SealedEnvelope } from './sealing/manifest.js'
export { SealingRefused } from './sealing/refused.js'
export {
  sealPli,
  type PlainEnvelope,
  type PlainFile,
  type PliSink,
  type SealedPli,
} from './sealing/seal.js'
export { Sha256Digest, type RunningDigest } from './sealing/sha256.js'
export { tryThisMachine } from './sealing/try_machine.js'
export { buildTrousseau, parseTrousseau, type Trousseau } from './sealing/trousseau.js'
export { newKeyPair, publicKeyOf } from './sealing/x25519.js'
export { base64url, fromBase64url, type Bytes } from './sealing/bytes.js'
export { isWrappedKey, unwrapKey, wrapKey, type WrappedKey } from './sealing/wrapped_key.js'
