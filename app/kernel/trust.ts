import { X509Certificate } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { trust } from '#config/trust'
import { defineError } from '#lib/errors'
import type { VerifyToken } from '#lib/proof'
import { timestampSource } from '#lib/signature'
import { tokenVerifier } from '#lib/signature/token_verifier'

/** The RFC 3161 token that dates some bytes; throws E_TIMESTAMP_UNAVAILABLE. Never in a transaction. */
export const timestamp = timestampSource({ urls: trust.timestampUrls })

export const TrustAnchorsMissing = defineError(
  'E_TRUST_ANCHORS_MISSING',
  'La liste des autorités reconnues manque sur cette plateforme : aucun certificat ne peut être accepté ni vérifié. Prévenez l’exploitant, puis recommencez.',
  503
)

let kept: { mtimeMs: number; anchors: Buffer[] } | null = null

/**
 * The roots that we accept for signatures and time-stamps, in DER; read again when their file
 * changes. Throws E_TRUST_ANCHORS_MISSING when it is absent, unreadable or empty.
 */
export async function trustAnchors(): Promise<Buffer[]> {
  try {
    const { mtimeMs } = await stat(trust.anchorsFile)
    if (kept?.mtimeMs !== mtimeMs) kept = { mtimeMs, anchors: await readAnchors() }
  } catch (error) {
    // The cause is for our log: `details` would tell a path of the server to whoever asked.
    throw Object.assign(new TrustAnchorsMissing(), { cause: error })
  }
  return kept.anchors
}

/**
 * Judges the tokens of our own seals by the authorities that we accept; where their list is
 * missing, which the health page says, a token is still held against what it dates.
 */
export async function ownTokenVerifier(): Promise<VerifyToken> {
  const anchors = await trustAnchors().catch((error) => {
    if (error instanceof TrustAnchorsMissing) return []
    throw error
  })
  return tokenVerifier(anchors)
}

async function readAnchors(): Promise<Buffer[]> {
  const pem = await readFile(trust.anchorsFile, 'utf8')
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (blocks.length === 0) throw new Error('no certificate in it')
  return blocks.map((one) => new X509Certificate(one).raw)
}
