import type { checkSignable, prepareSignature } from '#lib/signature'
import { isSignatureOf, SignatureDoesNotMatch, type PreparedSignature } from '#lib/signature'
import type { TimestampSource } from '#lib/signature/timestamp_client'
import { defineReading } from '#kernel/reading'
import type { putSignatureIn } from './signing_steps.js'

const steps = new URL('./signing_steps.js', import.meta.url)

/** `checkSignable`, apart: what is deposited was made by a stranger. */
export const checkSignableApart = defineReading<typeof checkSignable>(steps, 'checkSignable')

/** `prepareSignature`, apart. */
export const prepareApart = defineReading<typeof prepareSignature>(steps, 'prepareSignature')

const putApart = defineReading<typeof putSignatureIn>(steps, 'putSignatureIn')

/** `completeSignature`, apart: the token is asked here, where there is a network. */
export async function completeApart(
  prepared: PreparedSignature,
  value: Buffer,
  { timestamp }: { timestamp: TimestampSource }
): Promise<Buffer> {
  const { signedAttributes, certificate, digestName } = prepared
  if (!isSignatureOf(signedAttributes, value, certificate, digestName)) {
    throw new SignatureDoesNotMatch()
  }
  return putApart({ prepared, value, token: await timestamp(value) })
}
