import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import logger from '@adonisjs/core/services/logger'
import { trust } from '#config/trust'
import { defineError } from '#kernel/errors'
import { timestampSource } from '#kernel/signature'

/** The RFC 3161 token that dates some bytes; throws E_TIMESTAMP_UNAVAILABLE. Never in a transaction. */
export const timestamp = timestampSource({ urls: trust.timestampUrls })

export const TrustAnchorsMissing = defineError(
  'E_TRUST_ANCHORS_MISSING',
  'La plateforme ne trouve pas la liste des autorités de certification qu’elle reconnaît : rien ne peut être signé ni vérifié pour l’instant. Son exploitant est alerté ; recommencez un peu plus tard.',
  503
)

let anchors: Promise<Buffer[]> | null = null

/**
 * The roots that we accept for signatures and time-stamps, in DER. A file put back is found without
 * a restart. @throws E_TRUST_ANCHORS_MISSING, which the operator reads in the log and on her page
 */
export async function trustAnchors(): Promise<Buffer[]> {
  anchors ??= readAnchors()
  try {
    return await anchors
  } catch (error) {
    anchors = null
    logger.error({ err: error, file: trust.anchorsFile }, 'the trust anchors cannot be read')
    throw new TrustAnchorsMissing()
  }
}

async function readAnchors(): Promise<Buffer[]> {
  const pem = await readFile(trust.anchorsFile, 'utf8')
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (found.length === 0) throw new Error(`no certificate in ${trust.anchorsFile}`)
  return found.map((one) => new X509Certificate(one).raw)
}

/** Forgets what was read: the next question reads the file again. */
export const forgetTrustAnchors = () => void (anchors = null)
