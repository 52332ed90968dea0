import { xml, type XmlMarkup } from '#lib/xml'
import type { Signing } from './transfer.js'
import type { TransferPlan } from './transfer_plan.js'

/** SEDA 2.3, SigningInformation: which part the unit's object plays in a signature. */
export function signingXml(signing: Signing, plan: TransferPlan): XmlMarkup {
  return xml`<SigningInformation>${[
    ...signing.roles.map((role) => xml`<SigningRole>${role}</SigningRole>`),
    signing.signs &&
      xml`<SignedDocumentReferenceId>${plan.unitIds.get(signing.signs)}</SignedDocumentReferenceId>`,
    ...(signing.signers ?? []).map(signerXml),
    signing.timestamp &&
      xml`<TimestampingInformation><TimeStamp>${signing.timestamp}</TimeStamp></TimestampingInformation>`,
    signing.proof?.length &&
      xml`<AdditionalProof>${signing.proof.map((proof) => xml`<AdditionalProofInformation>${proof}</AdditionalProofInformation>`)}</AdditionalProof>`,
  ]}</SigningInformation>`
}

function signerXml(signer: NonNullable<Signing['signers']>[number]): XmlMarkup {
  return xml`<SignatureDescription><Signer><FullName>${signer.fullName}</FullName><SigningTime>${signer.at}</SigningTime>${signer.function && xml`<Function>${signer.function}</Function>`}</Signer></SignatureDescription>`
}
