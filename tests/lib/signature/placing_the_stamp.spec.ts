import { PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core'
import { test } from '@japa/runner'
import type { Appearance } from '#lib/signature'
import { openPdf, loadPdf } from '#lib/pdf/document'
import { signatureFields } from '#lib/pdf/form'
import { boxOf, pageAt } from '#lib/pdf/page'
import { PdfUpdate } from '#lib/pdf/update'
import { stampPdf } from '#app/actes/stamping/stamp_pdf'
import { inspectNow } from '#tests/helpers/inspect_now'
import { handmadePdf, page } from './pdf_by_hand.js'
import { demoSigners, mayorStamp, signWith } from './demo_signers.js'
import { samplePdf } from './sample_pdf.js'

test.group('Placing the visible stamp', () => {
  test('stands at the foot of the last page, on the right', async ({ assert }) => {
    const [rect] = await stampRects(await samplePdf(['Une', 'Deux']))
    assert.deepEqual(rect, { page: 2, left: 403, bottom: 24, right: 571, top: 76 })
  })

  test('leaves its place to the stamps that are already there', async ({ assert }) => {
    const { seal } = await demoSigners()
    const once = await signWith(await samplePdf(), seal, { appearance: mayorStamp })
    const [first, second] = await stampRects(once)
    assert.isBelow(second.right, first.left)
    assert.equal(second.bottom, first.bottom)
  })

  test('goes to the row above when the page is too narrow', async ({ assert }) => {
    const { seal } = await demoSigners()
    const narrow = await samplePdf(['Étroite'], { size: [230, 400] })
    const [first, second] = await stampRects(
      await signWith(narrow, seal, { appearance: mayorStamp })
    )
    assert.isAbove(second.bottom, first.top)
  })

  for (const rotate of [90, 180, 270] as const) {
    test(`stands upright on a page turned by ${rotate} degrees`, async ({ assert }) => {
      const turned = await withRotation(await samplePdf([' ']), rotate)
      const [{ left, bottom, right, top }] = await stampRects(turned)
      const sideways = rotate !== 180
      assert.closeTo(right - left, sideways ? 52 : 168, 0.01)
      assert.closeTo(top - bottom, sideways ? 168 : 52, 0.01)
      const corners = { 90: [right, 571], 180: [left, 24], 270: [left, 24] } as const
      assert.closeTo(corners[rotate][0], corners[rotate][1], 0.01)
    })
  }

  test('stays inside a cropped page', async ({ assert }) => {
    const cropped = await withCrop(await samplePdf(), [100, 200, 500, 700])
    const [{ left, bottom, right, top }] = await stampRects(cropped)
    assert.isTrue(left >= 100 && right <= 500 && bottom >= 200 && top <= 700)
  })

  test('goes beside what is written at its place, when there is room', async ({ assert }) => {
    const { seal, anchors } = await demoSigners()
    const text = 'BT /F1 12 Tf 420 40 Td (Fait en mairie) Tj ET'
    const pdf = handmadePdf([
      page('', '6 0 R'),
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    ])
    const [rect] = await stampRects(pdf)
    assert.equal(rect.bottom, 24)
    assert.isBelow(rect.right, 420)
    const twice = await signWith(await signWith(pdf, seal), seal, { appearance: mayorStamp })
    assert.equal((await inspectNow(twice, { trustAnchors: anchors })).status, 'annotated')
  })

  test('stays at its place when the whole page is written', async ({ assert }) => {
    const lines = Array.from(
      { length: 84 },
      (_, rank) => `BT /F1 10 Tf 0 ${rank * 10} Td (${'M'.repeat(90)}) Tj ET`
    )
    const text = lines.join(' ')
    const pdf = handmadePdf([
      page('', '6 0 R'),
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    ])
    const [rect] = await stampRects(pdf)
    assert.deepEqual([rect.left, rect.bottom], [403, 24])
  })

  test('the mark of receipt leaves the heading of the page in sight', async ({ assert }) => {
    const { mayor, anchors } = await demoSigners()
    const text = 'BT /F1 12 Tf 420 800 Td (Ville de Kervalan) Tj ET'
    const pdf = handmadePdf([
      page('', '6 0 R'),
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    ])
    const signed = await signWith(pdf, mayor, { appearance: mayorStamp })
    const marked = await stampPdf(signed, {
      identifier: '035-213500012-20261122-D1-DE',
      receivedOn: '22 novembre 2026',
    })
    assert.equal((await inspectNow(marked, { trustAnchors: anchors })).status, 'annotated')
  })

  test('goes where it is asked to', async ({ assert }) => {
    const place = { x: 50, y: 400, width: 200, height: 60 }
    const appearance = { ...mayorStamp, page: 0, place }
    const [rect] = await stampRects(await samplePdf(['Une', 'Deux']), appearance)
    assert.deepEqual(rect, { page: 1, left: 50, bottom: 400, right: 250, top: 460 })
  })

  test('refuses to sign a document certified against any change', async ({ assert }) => {
    const { mayor } = await demoSigners()
    const certified = await withCertification(await samplePdf())
    await assert.rejects(() => signWith(certified, mayor), /n’autorise plus aucune signature/)
  })
})

async function stampRects(pdf: Buffer, appearance: Appearance = mayorStamp) {
  const { mayor } = await demoSigners()
  const signed = await loadPdf(await signWith(pdf, mayor, { appearance }))
  return signatureFields(signed).map(({ dict }) => {
    const [left, bottom, right, top] = boxOf(signed, dict.get('Rect') ?? null)!.map(Math.round)
    const page = signed.context.pages.getPages().indexOf(dict.getRef('P')!) + 1
    return { page, left, bottom, right, top }
  })
}

const withRotation = (pdf: Buffer, degrees: number) =>
  withPage(pdf, (page) => page.set('Rotate', PdfNumber.of(degrees)))

const withCrop = (pdf: Buffer, box: number[]) =>
  withPage(pdf, (page) => page.set('CropBox', new PdfArray(box.map((side) => PdfNumber.of(side)))))

async function withPage(pdf: Buffer, change: (page: PdfDict) => void): Promise<Buffer> {
  const document = await openPdf(pdf)
  const update = new PdfUpdate(document)
  const page = pageAt(document.pdf, 0)
  change(page.dict)
  update.markChanged(page.ref, page.dict)
  return update.toBuffer()
}

async function withCertification(pdf: Buffer): Promise<Buffer> {
  const document = await openPdf(pdf)
  const update = new PdfUpdate(document)
  const parameters = PdfDict.of({ P: PdfNumber.of(1) })
  const reference = PdfDict.of({
    TransformMethod: PdfName.of('DocMDP'),
    TransformParams: parameters,
  })
  const signature = PdfDict.of({
    M: PdfString.fromString('D:20261122000000Z'),
    Reference: new PdfArray([reference]),
  })
  const root = document.pdf.context.info.trailer.getRef('Root')!
  const catalog = document.pdf.context.catalog.getDict()
  catalog.set('Perms', PdfDict.of({ DocMDP: update.add(signature) }))
  update.markChanged(root, catalog)
  return update.toBuffer()
}
