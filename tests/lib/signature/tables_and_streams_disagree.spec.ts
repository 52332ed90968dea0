import { test } from '@japa/runner'
import { openPdf } from '#lib/pdf/document'
import { inspectNow } from '#tests/helpers/inspect_now'
import { demoSigners } from './demo_signers.js'
import { signedByHand, stream } from './handmade_pdf.js'

const OTHER = stream('', 'BT /F 24 Tf 72 700 Td (Le conseil refuse.) Tj ET')
const ENTRY = (at: number, kind: 'n' | 'f' = 'n') =>
  `${String(at).padStart(10, '0')} 00000 ${kind} \n`

/**
 * A file, then an update whose table and the stream beside it both place object 5, the contents of
 * the first page: written again by the update, and as it was (ISO 32000-1 §7.5.8.4).
 */
function updated(pdf: Buffer, told: 'table' | 'stream' | 'freed'): Buffer {
  const text = pdf.toString('latin1')
  const [was, now] = [text.indexOf('\n5 0 obj') + 1, pdf.length + 1]
  const written = `\n5 0 obj\n${OTHER}\nendobj\n`
  const streamAt = pdf.length + written.length
  const rows = [told === 'stream' ? now : was, streamAt].map((at) => {
    const row = Buffer.from([1, 0, 0, 0, 0, 0, 0])
    row.writeUInt32BE(at, 1)
    return row
  })
  const entries = '/Type/XRef/Size 100/W[1 4 2]/Index[5 1 60 1]/Root 1 0 R/Length 14'
  const beside = `60 0 obj\n<<${entries}>>\nstream\n${Buffer.concat(rows).toString('latin1')}\nendstream\nendobj\n`
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)![1]
  const row = told === 'freed' ? ENTRY(0, 'f') : ENTRY(told === 'table' ? now : was)
  const trailer = `trailer\n<</Size 100/Root 1 0 R/Prev ${previous}/XRefStm ${streamAt}>>\n`
  const table = `xref\n5 1\n${row}60 1\n${ENTRY(streamAt)}${trailer}`
  const end = `startxref\n${streamAt + beside.length}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(written + beside + table + end, 'latin1')])
}

test.group('A table and the stream beside it that place one object twice', () => {
  test('never hide from us what the other readers show', async ({ assert }) => {
    const { mayor, anchors } = await demoSigners()
    const report = await inspectNow(updated(signedByHand(mayor, {}), 'table'), {
      trustAnchors: anchors,
    })
    assert.equal(report.status, 'failed')
    assert.deepEqual(report.changedAfterSigning, ['le contenu de la page 1'])
  })

  for (const told of ['stream', 'freed'] as const) {
    test(`are never intact, when it is the ${told} one that some do not heed`, async ({
      assert,
    }) => {
      const { mayor, anchors } = await demoSigners()
      const pdf = updated(signedByHand(mayor, {}), told)
      const { status } = await inspectNow(pdf, { trustAnchors: anchors })
      assert.include(['to_confirm', 'completed'], status)
    })
  }

  test('are signed again by nobody', async ({ assert }) => {
    const { mayor } = await demoSigners()
    await assert.rejects(() => openPdf(updated(signedByHand(mayor, {}), 'table')))
  })
})
