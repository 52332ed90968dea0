import { test } from '@japa/runner'
import { loadPdf, openPdf } from '#lib/pdf/document'
import { Witness } from '#lib/pdf/witness/witness'
import { inspectNow } from '#tests/helpers/inspect_now'
import { demoSigners, mayorStamp, signWith } from './demo_signers.js'
import { withXrefStream, xrefStreamPdf } from './wide_columns.js'

const STAMP = {
  50: '<< /Type /Annot /Subtype /Stamp /P 3 0 R /Rect [400 50 500 90] /AP << /N 51 0 R >> >>',
  51: '<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] /Length 14 >>\nstream\n0 0 10 10 re f\nendstream',
}

test.group('A cross-reference stream with wide columns', () => {
  for (const widths of [
    [1, 7, 2],
    [1, 8, 2],
    [1, 8, 8],
    [8, 8, 8],
  ] as [number, number, number][]) {
    test(`of ${widths.join(', ')} bytes is read as it is, signed and found intact`, async ({
      assert,
    }) => {
      const { anchors, mayor } = await demoSigners()
      const original = xrefStreamPdf(widths)
      assert.isFalse((await loadPdf(original)).recoveredViaBruteForce)
      assert.isFalse(new Witness(original).isScanned)
      assert.isTrue((await openPdf(original)).bytes.equals(original), 'it was repaired for nothing')
      const signed = await signWith(original, mayor, { appearance: mayorStamp })
      assert.isTrue(signed.subarray(0, original.length).equals(original))
      assert.equal((await inspectNow(signed, { trustAnchors: anchors })).status, 'valid')
    })
  }

  test('an update that bears them is an update, and not a damage', async ({ assert }) => {
    const { anchors, mayor } = await demoSigners()
    const signed = await signWith(xrefStreamPdf([1, 8, 2]), mayor)
    const page = new Witness(signed).dict(new Witness(signed).said(3)!.value)!
    const annots = [...(page.get('Annots') as { number: number }[])].map(
      ({ number }) => `${number} 0 R`
    )
    const changed = withXrefStream(Buffer.concat([signed, Buffer.from('\n')]), [1, 8, 2], {
      3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> /Annots [${annots.join(' ')} 50 0 R] >>`,
      ...STAMP,
    })
    const report = await inspectNow(changed, { trustAnchors: anchors })
    assert.equal(report.status, 'annotated', report.sentence)
  })

  test('a number that no file reaches is no place: the file is mended, or said unreadable', async ({
    assert,
  }) => {
    const { mayor } = await demoSigners()
    const original = xrefStreamPdf([1, 8, 2])
    const far = Buffer.from(original)
    // The first row of the table: the catalogue.
    far[far.lastIndexOf('stream\n', far.lastIndexOf('endstream') - 1) + 'stream\n'.length + 1] =
      0x7f
    const opened = await openPdf(far)
    assert.isFalse(opened.bytes.equals(far), 'it was read as if it were sound')
    assert.match(String(new Witness(opened.bytes).trailer('Root')), /./)
    await signWith(far, mayor)
  })

  test('columns as wide as a disk are refused before they are walked', async ({ assert }) => {
    const absurd = Buffer.from(
      xrefStreamPdf([1, 8, 2]).toString('latin1').replace('/W [1 8 2]', '/W [1 999999999999 2]'),
      'latin1'
    )
    assert.isTrue(new Witness(absurd).isScanned)
    const none = xrefStreamPdf([1, 8, 2]).toString('latin1').replace('/W [1 8 2]', '/W [0 0 0]')
    assert.isTrue(new Witness(Buffer.from(none, 'latin1')).isScanned)
  })
})
