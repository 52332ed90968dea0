import { completeSignature, type PreparedSignature } from '#lib/signature'

/** The steps of a signature that open the document; they run in a reading thread. */
export { checkSignable, prepareSignature } from '#lib/signature'

/** Puts a signature and its time-stamp in the place that was kept for them; runs in a reading thread. */
export function putSignatureIn(signing: {
  prepared: PreparedSignature
  value: Buffer
  token: Buffer
}): Promise<Buffer> {
  const { prepared, value, token } = signing
  return completeSignature(prepared, value, { timestamp: async () => token })
}
