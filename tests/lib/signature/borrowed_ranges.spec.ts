import { test } from '@japa/runner'
import { demoSigners, signWith } from './demo_signers.js'
import { samplePdf } from './sample_pdf.js'
import { inspectNow } from '#tests/helpers/inspect_now'

const RANGE = /\/ByteRange \[[^\]]*\]/g

test.group('A signature that borrows what another one covers', () => {
  test('is not valid in its place: the gap is not its own value', async ({ assert }) => {
    const { mayor, seal, anchors } = await demoSigners()
    const twice = await signWith(await signWith(await samplePdf(), mayor), seal)
    const text = twice.toString('latin1')
    const [first, second] = [...text.matchAll(RANGE)]
    const forged = Buffer.from(twice)
    forged.write(
      first[0].padEnd(second[0].length).slice(0, second[0].length),
      second.index,
      'latin1'
    )
    const { status, signatures } = await inspectNow(forged, { trustAnchors: anchors })
    assert.equal(status, 'failed')
    const passed = signatures.filter(({ verdict }) => verdict.indication === 'TOTAL_PASSED')
    assert.lengthOf(passed, 1)
  })
})
