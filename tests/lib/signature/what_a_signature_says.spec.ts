import { test } from '@japa/runner'
import { inspectNow } from '#tests/helpers/inspect_now'
import { demoSigners } from './demo_signers.js'
import { appended, signedByHand, stream, type Objects } from './handmade_pdf.js'

const signatureIn = (pdf: Buffer, number: number) =>
  new RegExp(`${number} 0 obj\\n([^]*?)\\nendobj`).exec(pdf.toString('latin1'))![1]
const beside: Record<string, (pdf: Buffer) => Objects> = {
  'its reason and its name': (pdf) => ({
    90: signatureIn(pdf, 90).replace('/Filter', '/Reason(Bon pour accord)/Name(Autre)/Filter'),
  }),
  'its date': (pdf) => ({
    90: signatureIn(pdf, 90).replace('/Filter', '/M(D:20100101000000Z)/Filter'),
  }),
  'the words that a voice reads for it': (pdf) => ({
    91: signatureIn(pdf, 91).replace('/T(Maire)', '/T(Maire)/TU(Signé par le préfet)'),
  }),
  'a second field that shows it': () => ({
    1: '<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[91 0 R 92 0 R]>>>>',
    92: '<</FT/Sig/T(Adjoint)/V 90 0 R>>',
  }),
}

test.group('A signed PDF is altered', () => {
  test('a page that was redrawn is altered still when the signed file follows it, cut', async ({
    assert,
  }) => {
    const { mayor, anchors } = await demoSigners()
    const signed = signedByHand(mayor, {})
    const cut = signed.subarray(0, signed.lastIndexOf('/Size'))
    const redrawn = appended(signed, { 5: stream('', 'BT /F 12 Tf 72 700 Td (Refuse.) Tj ET') })
    const told = async (whole: Buffer) =>
      (await inspectNow(Buffer.concat([whole, cut]), { trustAnchors: anchors })).status
    assert.equal(await told(redrawn), 'failed')
    assert.equal(await told(signed), 'to_confirm')
  })

  for (const [what, change] of Object.entries(beside)) {
    test(`a signature is altered with ${what}`, async ({ assert }) => {
      const { mayor, anchors } = await demoSigners()
      const signed = signedByHand(mayor, {})
      const forged = appended(signed, change(signed))
      assert.equal((await inspectNow(forged, { trustAnchors: anchors })).status, 'failed')
    })
  }

  test('a text that is longer since is altered, wherever its length is written', async ({
    assert,
  }) => {
    const { mayor, anchors } = await demoSigners()
    const text = 'BT /F 12 Tf 72 700 Td (Le conseil approuve.) Tj ET'
    const long = `${text} BT /F 12 Tf 72 680 Td (Sauf avis contraire.) Tj ET`
    // Poppler ends the text at its length; others look for the end of the stream
    const said = (length: string) => `<</Length ${length}>>\nstream\n${long}\nendstream`
    for (const [objects, update] of [
      [{ 5: said('7 0 R'), 7: `${text.length}` }, { 7: `${long.length}` }],
      [{ 5: said(`${text.length}`) }, { 5: said(`${long.length}`) }],
    ] as Objects[][]) {
      const signed = signedByHand(mayor, objects)
      const forged = appended(signed, update)
      assert.equal((await inspectNow(forged, { trustAnchors: anchors })).status, 'failed')
    }
  })
})
