import { CeremonyItemSchema } from '#database/schema/parapheur'
import type { ByteRange, PreparedSignature } from '#lib/signature'
import { TenantModel } from '#kernel/tenancy'

/** One document of a signing session: what is added to its bytes, and what must be signed. */
export default class CeremonyItem extends TenantModel(CeremonyItemSchema) {
  static table = 'parapheur.ceremony_items'
  declare digestName: PreparedSignature['digestName']

  /**
   * What of a prepared signature is kept: the bytes that it adds to the base. A damaged base is
   * rewritten whole, and then nothing of it is reused.
   */
  static keep(base: Buffer, prepared: PreparedSignature) {
    const extendsBase = prepared.pdf.subarray(0, base.length).equals(base)
    const baseLength = extendsBase ? base.length : 0
    const { byteRange, digestName, digest, signedAttributes, fieldName } = prepared
    const tail = Buffer.from(prepared.pdf.subarray(baseLength))
    return { baseLength, tail, byteRange, digestName, digest, signedAttributes, fieldName }
  }

  /** The prepared signature again, from the bytes of its base. */
  thaw(base: Buffer, certificate: Buffer, chain: Buffer[]): PreparedSignature {
    const { digestName, digest, signedAttributes, fieldName } = this
    return {
      pdf: Buffer.concat([base.subarray(0, Number(this.baseLength)), this.tail]),
      byteRange: (this.byteRange as unknown[]).map(Number) as unknown as ByteRange,
      digestName,
      digest,
      signedAttributes,
      certificate,
      chain,
      fieldName,
    }
  }
}
