/** The version of the protocol of uploads that resume (tus.io 1.0.0). */
export const TUS_VERSION = '1.0.0'

/** A number of octets as the protocol writes it (§2.2: a non-negative integer), or null. */
export const octets = (header: string | undefined): number | null =>
  /^\d{1,15}$/.test(header ?? '') ? Number(header) : null

/** « filename ZMOpbGliLnBkZg== »: a word of the metadata, of which the value is in base64 (§4.1). */
export function metadataOf(header: string | undefined, word: string): string {
  for (const pair of (header ?? '').split(',')) {
    const [key, value = ''] = pair.trim().split(' ')
    if (key === word) return Buffer.from(value, 'base64').toString('utf8')
  }
  return ''
}
