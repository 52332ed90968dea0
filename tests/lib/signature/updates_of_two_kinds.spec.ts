import { test } from '@japa/runner'
import { inspectNow } from '#tests/helpers/inspect_now'
import { demoSigners } from './demo_signers.js'
import { signedByHand, stream } from './handmade_pdf.js'

const OTHER = stream('', 'BT /F 12 Tf 72 700 Td (Montant : 900 000 euros) Tj ET')

test.group('An update whose table leaves objects to a stream', () => {
  test('is plainly appended when it touches nothing of the document', async ({ assert }) => {
    assert.equal((await statusAfter(60, '<</A 1>>')).status, 'valid')
  })

  test('shows what only readers of streams see', async ({ assert }) => {
    for (const freed of [[], [5]])
      assert.equal((await statusAfter(5, OTHER, freed)).status, 'failed')
  })
})

/** A signed file, then an object that the stream alone names (ISO 32000-1 §7.5.8.4). */
async function statusAfter(number: number, object: string, freed: number[] = []) {
  const { mayor, anchors } = await demoSigners()
  const signed = signedByHand(mayor, {})
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(signed.toString('latin1'))![1]
  const written = Buffer.from(`${number} 0 obj\n${object}\nendobj\n`, 'latin1')
  const streamAt = signed.length + written.length
  const rows = Buffer.concat([row(signed.length), row(streamAt)])
  const entries = `/Type/XRef/Size 100/W[1 4 2]/Index[${number} 1 81 1]/Root 1 0 R`
  const named = Buffer.concat([
    Buffer.from(`81 0 obj\n<<${entries}/Length ${rows.length}>>\nstream\n`),
    rows,
    Buffer.from('\nendstream\nendobj\n'),
  ])
  const hidden = freed.map((one) => `${one} 1\n0000000000 65535 f \n`).join('')
  const table = `xref\n0 0\n${hidden}trailer\n<</Size 100/Root 1 0 R/Prev ${previous}/XRefStm ${streamAt}>>\nstartxref\n${streamAt + named.length}\n%%EOF\n`
  const file = Buffer.concat([signed, written, named, Buffer.from(table)])
  return inspectNow(file, { trustAnchors: anchors })
}

function row(offset: number): Buffer {
  const bytes = Buffer.alloc(7, 0)
  bytes[0] = 1
  bytes.writeUInt32BE(offset, 1)
  return bytes
}
