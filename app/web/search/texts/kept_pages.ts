import { gunzipSync } from 'node:zlib'
import { tenantKeys } from '#kernel/documents/keys'
import { tenancy } from '#kernel/tenancy'
import { decryptWhole, encryptWhole, generationIn } from '#lib/cipher/cipher'

/** Bound to its tenant and to its document: it opens nowhere else. */
const identityOf = (sha256: string) => ({
  tenantId: tenancy.tenantId(),
  storageKey: `text/${sha256}`,
  sha256,
})

/** The compressed pages of a document as they rest in the base. */
export const sealPages = async (sha256: string, pages: Buffer): Promise<Buffer> =>
  encryptWhole(await tenantKeys(), identityOf(sha256), pages)

/** The pages of a document, of the tenant in context. */
export async function openPages(sha256: string, sealed: Buffer): Promise<string[]> {
  const ring = await tenantKeys(generationIn(sealed))
  return JSON.parse(gunzipSync(decryptWhole(ring, identityOf(sha256), sealed)).toString())
}
