import { OID } from '#lib/signature/algorithms'
import { parseCms, type ParsedCms } from '#lib/signature/cms_reader'
import { end, findSignatures } from '#lib/signature/signature_dictionary'
import { loadPdf } from '#lib/pdf/document'

export interface SignedParts {
  fieldName: string
  cms: Buffer
  parsed: ParsedCms
  signedBytes: Buffer
  timestampToken: Buffer | null
  revision: Buffer
}

/** Each signature of a PDF with what an independent tool needs to check it. */
export async function signedParts(pdf: Buffer): Promise<SignedParts[]> {
  const found = findSignatures(pdf, await loadPdf(pdf))
  return found.map((one) => {
    const [a, b, c, d] = one.byteRange!
    const parsed = parseCms(one.contents!)
    return {
      parsed,
      fieldName: one.fieldName,
      cms: one.contents!,
      signedBytes: Buffer.concat([pdf.subarray(a, b), pdf.subarray(c, c + d)]),
      timestampToken: parsed.unsignedAttributes.get(OID.signatureTimeStamp)?.raw ?? null,
      revision: pdf.subarray(0, end(one)),
    }
  })
}
