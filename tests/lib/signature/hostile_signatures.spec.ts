import 'reflect-metadata'
import { createHash, webcrypto } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { test } from '@japa/runner'
import * as x509 from '@peculiar/x509'
import { DerError, octets, readDer } from '#lib/signature/der'
import { findTrust } from '#lib/signature/trust'
import { demoSigners, mayorStamp, signWith } from './demo_signers.js'
import { samplePdf } from './sample_pdf.js'
import { signedParts } from './signed_parts.js'
import { inspectNow } from '#tests/helpers/inspect_now'

/** Anybody may hand a file to the verification page: none may hold it up or bring it down. */
test.group('Files made to hurt whoever reads them', () => {
  test('authorities that all issue one another are each followed once', async ({ assert }) => {
    const loop = await certificatesOfOneKey(40)
    const { anchors } = await demoSigners()
    const trust = findTrust(loop[0], loop, anchors, new Date())
    assert.equal(trust.status, 'no_chain')
  })

  test('ASN.1 nested without end is refused before the stack is exhausted', ({ assert }) => {
    const endless = Buffer.from('3080'.repeat(100_000), 'hex')
    assert.throws(() => readDer(endless), DerError as never)
    let string = Buffer.from([0x04, 0x01, 0x00])
    for (let depth = 0; depth < 200; depth++) string = octetStringAround(string)
    assert.throws(() => octets(readDer(string)), DerError as never)
  })

  test('whatever byte of a signature is changed, a verdict is given', async ({ assert }) => {
    const { mayor, timestamp, anchors } = await demoSigners()
    const signed = await signWith(await samplePdf(), mayor, { appearance: mayorStamp, timestamp })
    const [{ cms }] = await signedParts(signed)
    const hexAt = signed.indexOf(cms.toString('hex'))
    for (let round = 0; round < 150; round++) {
      const draw = createHash('sha256').update(`round ${round}`).digest()
      const at = draw.readUInt32BE(0) % cms.length
      const altered = Buffer.from(signed)
      altered.write(draw.toString('hex', 4, 5), hexAt + at * 2, 'latin1')
      const { signatures } = await inspectNow(altered, { trustAnchors: anchors })
      assert.lengthOf(signatures, 1, `octet ${at}`)
    }
  })

  test('a table of objects that would fill the memory is not inflated', async ({ assert }) => {
    const bomb = pdfWhoseObjectsWeigh(120 * 1024 * 1024)
    assert.isBelow(bomb.length, 200_000)
    const before = process.memoryUsage().arrayBuffers
    await assert.rejects(() => inspectNow(bomb, { trustAnchors: [] }), /n’est pas un PDF lisible/)
    assert.isBelow(process.memoryUsage().arrayBuffers - before, 60 * 1024 * 1024)
  })

  test('the same file with an honest table of objects is read', async ({ assert }) => {
    const { status } = await inspectNow(pdfWhoseObjectsWeigh(2_000), { trustAnchors: [] })
    assert.equal(status, 'not_signed')
  })
})

function octetStringAround(inside: Buffer): Buffer<ArrayBuffer> {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(inside.length)
  return Buffer.concat([Buffer.from([0x24, 0x82]), length, inside])
}

/** As many authorities of one name and one key: each passes for the issuer of all the others. */
async function certificatesOfOneKey(count: number): Promise<Buffer[]> {
  const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const keys = await webcrypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify'])
  const made: Buffer[] = []
  for (let serial = 1; serial <= count; serial++) {
    const one = await x509.X509CertificateGenerator.createSelfSigned({
      keys,
      signingAlgorithm,
      name: 'CN=Boucle',
      serialNumber: serial.toString(16).padStart(4, '0'),
      notBefore: new Date(Date.now() - 60_000),
      notAfter: new Date(Date.now() + 86_400_000),
      extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
    })
    made.push(Buffer.from(one.rawData))
  }
  return made
}

/** A one-page PDF whose catalogue stands in an object stream padded to that size. */
function pdfWhoseObjectsWeigh(size: number): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 3 0 R>>',
    '<</Type/Pages/Count 1/Kids[4 0 R]>>',
    '<</Type/Page/Parent 3 0 R/MediaBox[0 0 100 100]>>',
  ]
  let at = 0
  const index = objects.map((text, rank) => {
    const entry = `${rank + 2} ${at}`
    at += text.length + 1
    return entry
  })
  const head = `${index.join(' ')} `
  const body = Buffer.concat([
    Buffer.from(`${head}${objects.join(' ')} `),
    Buffer.alloc(size, 0x20),
  ])
  const packed = deflateSync(body, { level: 9 })
  const opening = `%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 3/First ${head.length}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`
  const start = Buffer.concat([Buffer.from(opening), packed, Buffer.from('\nendstream\nendobj\n')])
  const row = (type: number, second: number, third: number) => {
    const bytes = Buffer.alloc(6)
    bytes.writeUInt8(type, 0)
    bytes.writeUInt32BE(second, 1)
    bytes.writeUInt8(third, 5)
    return bytes
  }
  const rows = [row(0, 0, 255), row(1, 9, 0), row(2, 1, 0), row(2, 1, 1), row(2, 1, 2)]
  const table = Buffer.concat([...rows, row(1, start.length, 0)])
  const xref = `5 0 obj\n<</Type/XRef/Size 6/W[1 4 1]/Root 2 0 R/Length ${table.length}>>\nstream\n`
  const ending = `\nendstream\nendobj\nstartxref\n${start.length}\n%%EOF\n`
  return Buffer.concat([start, Buffer.from(xref), table, Buffer.from(ending)])
}
