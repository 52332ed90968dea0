import env from '#start/env'

/**
 * The time-stamp authority that we ask (several URLs separated by a comma: the next is a fallback),
 * the roots that we accept, and the keys that sign our seals.
 */
export const trust = {
  timestampUrls: env.get('TSA_URL').split(','),
  anchorsFile: env.get('TRUST_ANCHORS_FILE'),
  sealKeyFile: env.get('SEAL_KEY_FILE'),
  /** A second place where each seal is laid as it is made. */
  sealsFolder: env.get('SEALS_FOLDER'),
}
