import env from '#start/env'

/** The time-stamp authority that we ask (several URLs separated by a comma: the next is a fallback). */
export const trust = {
  timestampUrls: env.get('TSA_URL').split(','),
  anchorsFile: env.get('TRUST_ANCHORS_FILE'),
}
