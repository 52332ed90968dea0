import { test } from '@japa/runner'
import { OID } from '#lib/signature/algorithms'
import { children, child, oidOf, readDer } from '#lib/signature/der'
import { loadPdf } from '#lib/pdf/document'
import { signatureFields } from '#lib/pdf/form'
import { prepareSignature, completeSignature } from '#lib/signature'
import { type PdfDict, PdfStream } from '@libpdf/core'
import { demoSigners, mayorStamp, signWith } from './demo_signers.js'
import { samplePdf } from './sample_pdf.js'
import { signedParts } from './signed_parts.js'
import { inspectNow } from '#tests/helpers/inspect_now'

const COMMITMENT_TYPE = '1.2.840.113549.1.9.16.2.16'

/** The baseline requirements of EN 319 142-1 §6.3, as the EU's DSS checks them. */
test.group('A PAdES baseline signature', () => {
  test('carries content-type, message-digest and signing-certificate-v2, and no signing-time', async ({
    assert,
  }) => {
    const { parsed } = await signedSample()
    const attributes = parsed.signedAttributes
    assert.equal(oidOf(attributes.get(OID.contentType)!), OID.data)
    assert.isTrue(attributes.has(OID.messageDigest))
    assert.isTrue(attributes.has(OID.signingCertificateV2))
    assert.isFalse(attributes.has(OID.signingTime))
    assert.isFalse(attributes.has(COMMITMENT_TYPE))
    assert.equal(attributes.size, 3)
  })

  test('has one signer, whose certificate and authorities are inside', async ({ assert }) => {
    const { parsed, cms } = await signedSample()
    const { mayor } = await demoSigners()
    const body = child(child(readDer(cms), 1), 0)
    assert.lengthOf(children(children(body).at(-1)!), 1)
    assert.isTrue(parsed.signer!.equals(mayor.certificate))
    assert.lengthOf(parsed.certificates, 3)
  })

  test('is detached: no content travels in the CMS', async ({ assert }) => {
    const { parsed } = await signedSample()
    assert.isNull(parsed.content)
  })

  test('puts its time-stamp in the unsigned attributes', async ({ assert }) => {
    const { timestampToken } = await signedSample()
    assert.isNotNull(timestampToken)
  })

  test('names its SubFilter, its time and its byte range in the dictionary', async ({ assert }) => {
    const signature = await signatureDictionary({ appearance: mayorStamp })
    assert.equal(signature.getName('SubFilter')?.value, 'ETSI.CAdES.detached')
    assert.equal(signature.getName('Filter')?.value, 'Adobe.PPKLite')
    assert.match(signature.getString('M')!.asString(), /^D:\d{14}Z$/)
    assert.equal(signature.getString('Reason')!.asString(), 'Délibération (n° 3)')
    assert.isFalse(signature.has('Cert'))
  })

  test('is signed on the attributes sorted as DER wants', async ({ assert }) => {
    const { mayor } = await demoSigners()
    const { certificate } = mayor
    const prepared = await prepareSignature({
      pdf: await samplePdf(),
      certificate,
      signingTime: new Date(),
    })
    const encodings = children(readDer(prepared.signedAttributes)).map((item) => item.raw)
    assert.deepEqual(encodings, [...encodings].sort(Buffer.compare))
  })

  test('has an appearance stream, even when it shows nothing', async ({ assert }) => {
    for (const appearance of [{ kind: 'none' as const }, mayorStamp]) {
      const { pdf, field } = await signedField({ appearance })
      const appearances = field.getDict('AP')!
      assert.instanceOf(pdf.context.resolve(appearances.getRef('N')!), PdfStream)
      assert.equal(field.getNumber('F')?.value, 132)
    }
  })

  test('survives being kept between the two phases', async ({ assert }) => {
    const { mayor, anchors } = await demoSigners()
    const { certificate, chain } = mayor
    const pdf = await samplePdf()
    const prepared = await prepareSignature({ pdf, certificate, chain, signingTime: new Date() })
    const kept = structuredClone(prepared)
    const thawed = Object.fromEntries(
      Object.entries(kept).map(([key, value]) => [key, asBuffers(value)])
    ) as unknown as typeof prepared
    const signed = await completeSignature(thawed, mayor.sign(thawed.signedAttributes), {
      timestamp: null,
    })
    assert.equal((await inspectNow(signed, { trustAnchors: anchors })).status, 'valid')
  })
})

async function signedSample() {
  const { mayor, timestamp } = await demoSigners()
  const [parts] = await signedParts(await signWith(await samplePdf(), mayor, { timestamp }))
  return parts
}

async function signedField(choices: Parameters<typeof signWith>[2]) {
  const { mayor } = await demoSigners()
  const reason = 'Délibération (n° 3)'
  const pdf = await loadPdf(await signWith(await samplePdf(), mayor, { reason, ...choices }))
  return { pdf, field: signatureFields(pdf)[0].dict }
}

async function signatureDictionary(choices: Parameters<typeof signWith>[2]): Promise<PdfDict> {
  const { pdf, field } = await signedField(choices)
  return pdf.context.resolve(field.getRef('V')!) as PdfDict
}

function asBuffers(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value)
  return Array.isArray(value) ? value.map(asBuffers) : value
}
