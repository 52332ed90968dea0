import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { trust } from '#config/trust'
import { timestampSource } from '#kernel/signature'

/** The RFC 3161 token that dates some bytes; throws E_TIMESTAMP_UNAVAILABLE. Never in a transaction. */
export const timestamp = timestampSource({ urls: trust.timestampUrls })

let anchors: Promise<Buffer[]> | null = null

/** The roots that we accept for signatures and time-stamps, in DER. */
export function trustAnchors(): Promise<Buffer[]> {
  anchors ??= readFile(trust.anchorsFile, 'utf8').then((pem) =>
    (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map(
      (one) => new X509Certificate(one).raw
    )
  )
  return anchors
}
