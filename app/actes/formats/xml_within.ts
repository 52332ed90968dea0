/** Longer than any declaration with the beginning of its root. */
const HEAD_SIGNS = 2_000

const HEAD = /^<\?xml\s[^<]*\?>\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<((?:[\w.-]+:)?[\w.-]+)[\s/>]/

/**
 * An XML message among the words of a mail: a person quotes it below hers, a gateway writes its own
 * at its foot. From its declaration to the end of its root, or null. Bytes are read as they stand:
 * the declaration says their encoding, which none of these signs depends on.
 */
export function xmlWithin(bytes: Buffer): Buffer | null {
  const start = bytes.indexOf('<?xml')
  if (start === -1) return null
  const root = HEAD.exec(bytes.toString('latin1', start, start + HEAD_SIGNS))?.[1]
  const closing = root === undefined ? -1 : bytes.lastIndexOf(`</${root}`)
  const end = closing < start ? -1 : bytes.indexOf('>', closing)
  return end === -1 ? null : bytes.subarray(start, end + 1)
}
