import { test } from '@japa/runner'
import { readDocumentApart } from '#web/verification/read_apart'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPdf } from '#lib/pdf/document'
import { withoutStrayDelimiters } from '#lib/patches/pdf_stray_delimiters'
import { demoSigners } from './demo_signers.js'
import { appended, signedByHand, stream } from './handmade_pdf.js'
import { inspectNow } from '#tests/helpers/inspect_now'

const TREE = '/Type/Pages/Count 2/Kids[4 0 R 6 0 R]'
const SECOND = '/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents 7 0 R'
const text = (words: string) => stream('', `BT /F 12 Tf 72 700 Td (${words}) Tj ET`)

test.group('Pages that the readers of a PDF count each in their own way', () => {
  const trees: [string, Record<number, string>][] = [
    ['a page named twice', { 2: '<</Type/Pages/Count 3/Kids[4 0 R 6 0 R 4 0 R]>>' }],
    ['pages in another order', { 2: '<</Type/Pages/Count 2/Kids[6 0 R 4 0 R]>>' }],
    ['a count that hides a page', { 2: '<</Type/Pages/Count 1/Kids[4 0 R 6 0 R]>>' }],
    [
      'a page without a type',
      {
        2: '<</Type/Pages/Count 3/Kids[4 0 R 6 0 R 30 0 R]>>',
        30: `<<${SECOND}>>`,
        7: text('Refuse.'),
      },
    ],
  ]
  for (const [what, update] of trees) {
    test(`${what}, after the signature, is a change`, async ({ assert }) => {
      const { mayor, anchors } = await demoSigners()
      const signed = signedByHand(mayor, { 2: `<<${TREE}>>` })
      const { status } = await inspectNow(appended(signed, update), { trustAnchors: anchors })
      assert.equal(status, 'failed')
    })
  }

  test('a page that is announced and not found is said, once something follows', async ({
    assert,
  }) => {
    const { mayor, anchors } = await demoSigners()
    const signed = signedByHand(mayor, { 2: '<</Type/Pages/Count 3/Kids[4 0 R 60 0 R 6 0 R]>>' })
    const followed = appended(signed, { 5: text('Refuse.'), 40: 'null' })
    const { status, doubtfulAfterSigning } = await inspectNow(followed, { trustAnchors: anchors })
    assert.equal(status, 'failed')
    assert.match(doubtfulAfterSigning.join(), /que l’on ne retrouve pas/)
    const harmless = appended(signed, { 40: 'null' })
    assert.equal((await inspectNow(harmless, { trustAnchors: anchors })).status, 'to_confirm')
  })

  test('what a page without a type shows is compared too', async ({ assert }) => {
    const { mayor, anchors } = await demoSigners()
    const signed = signedByHand(mayor, { 6: `<<${SECOND}>>`, 7: text('100 euros') })
    const forged = appended(signed, { 7: text('900 euros') })
    const options = { trustAnchors: anchors }
    assert.equal((await inspectNow(signed, options)).status, 'valid')
    assert.equal((await inspectNow(appended(signed, { 40: 'null' }), options)).status, 'valid')
    assert.equal((await inspectNow(forged, options)).status, 'failed')
  })
})

test.group('A sign that stands where nothing should', () => {
  for (const stray of [')', '}', '{', '}}) {'])
    test(`${stray} in a dictionary does not hold its reader for ever`, async ({ assert }) => {
      const { mayor, anchors, directory } = await demoSigners()
      const font = `<</Type/Font ${stray}/Subtype/Type1/BaseFont/Helvetica>>`
      const path = join(directory, 'stray.pdf')
      // What came after makes every object be compared
      writeFileSync(path, appended(signedByHand(mayor, { 3: font }), { 40: 'null' }))
      const about = { path, trustAnchors: anchors, at: new Date() }
      const { inspection } = await readDocumentApart(about)
      assert.equal(inspection.status, 'valid')
    })

  test('nor in what a dictionary without an end makes of its stream', async ({ assert }) => {
    const { mayor, anchors, directory } = await demoSigners()
    const path = join(directory, 'endless.pdf')
    const open = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/F stream\n) endstream'
    writeFileSync(path, appended(signedByHand(mayor, {}), { 3: open }))
    const about = { path, trustAnchors: anchors, at: new Date() }
    const { inspection } = await readDocumentApart(about)
    assert.equal(inspection.status, 'failed')
  })

  test('strings, comments and streams keep theirs', ({ assert }) => {
    const kept = Buffer.from('% )}\n1 0 obj (a \\) (b) }) endobj 2 0 obj <<>> stream )}{ endstream')
    assert.equal(withoutStrayDelimiters(kept), kept)
    const stray = Buffer.from('1 0 obj << /A ) /B (x) } >>')
    assert.equal(withoutStrayDelimiters(stray).toString(), '1 0 obj << /A   /B (x)   >>')
  })

  test('a file of nothing else is read in one go', async ({ assert }) => {
    const flood = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3_000_000, '(')])
    await assert.rejects(() => loadPdf(flood), /PDF/)
  })
})
