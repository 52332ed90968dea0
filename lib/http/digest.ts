/**
 * The SHA-256 of a `Content-Digest` (RFC 9530 §2), in hexadecimal: null when it says none,
 * undefined when what it says cannot be read.
 */
export function sha256In(header: string | undefined): string | null | undefined {
  const [, value] = /(?:^|,)\s*sha-256=:([^:]*):/i.exec(header ?? '') ?? []
  if (value === undefined) return /sha-256/i.test(header ?? '') ? undefined : null
  const bytes = Buffer.from(value, 'base64')
  return bytes.length === 32 ? bytes.toString('hex') : undefined
}
