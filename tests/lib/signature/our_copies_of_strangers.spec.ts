import { test } from '@japa/runner'
import { stampPdf } from '#app/actes/stamping/stamp_pdf'
import { inspectNow } from '#tests/helpers/inspect_now'
import { demoSigners, mayorStamp, signWith } from './demo_signers.js'
import { appended, page, signedByHand, stream, type Objects } from './handmade_pdf.js'
import { handmadePdf } from './pdf_by_hand.js'

const MARK = { identifier: '035-213500012-20261122-D1-DE', receivedOn: '22 novembre 2026' }
const NAMES = '/Names<</IDS<</Names[(a)50 0 R]>>/URLS<</Names[(http://a.example/)50 0 R]>>>>'
const CAPTURED = '<</Type/SpiderContentSet/S/SPS/ID(a)/O[4 0 R]>>'

/** Signed by its author, signed by us with a stamp in sight, then marked. */
async function ourCopy(objects: Objects, catalogue: string): Promise<string> {
  const { mayor, seal, anchors } = await demoSigners()
  const signed = signedByHand(mayor, objects, { catalogue })
  const again = await signWith(signed, seal, { appearance: mayorStamp })
  return (await inspectNow(await stampPdf(again, MARK), { trustAnchors: anchors })).status
}

test.group('Our copies of documents of strange shapes', () => {
  test('a page captured from the Web is not altered by the mark laid on it', async ({ assert }) => {
    assert.equal(await ourCopy({ 50: CAPTURED }, NAMES), 'annotated')
  })

  test('but what it lists may not change', async ({ assert }) => {
    const { mayor, anchors } = await demoSigners()
    const signed = signedByHand(mayor, { 50: CAPTURED }, { catalogue: NAMES })
    const other = appended(signed, { 50: CAPTURED.replace('4 0 R', '6 0 R') })
    assert.equal((await inspectNow(other, { trustAnchors: anchors })).status, 'failed')
  })

  test('properties packed in an unknown way are the same while their bytes are', async ({
    assert,
  }) => {
    const packed = (bytes: string) => stream('/Type/Metadata/Subtype/XML/Filter/Inconnu', bytes)
    assert.equal(await ourCopy({ 50: packed('?!') }, '/Metadata 50 0 R'), 'annotated')
    const { mayor, anchors } = await demoSigners()
    const signed = signedByHand(mayor, { 50: packed('?!') }, { catalogue: '/Metadata 50 0 R' })
    const other = appended(signed, { 50: packed('!?') })
    assert.equal((await inspectNow(other, { trustAnchors: anchors })).status, 'completed')
  })

  test('one whose numbers leave none to other readers is refused', async ({ assert }) => {
    const { mayor } = await demoSigners()
    const far = appended(handmadePdf([page('')]), { 8_388_607: '<</Far true>>' })
    await assert.rejects(() => signWith(far, mayor), /n’est pas un PDF lisible/)
  })
})
