import { PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core'
import { test } from '@japa/runner'
import type { Appearance } from '#lib/signature'
import { openPdf, loadPdf } from '#lib/pdf/document'
import { signatureFields } from '#lib/pdf/form'
import { boxOf, pageAt } from '#lib/pdf/page'
import { PdfUpdate } from '#lib/pdf/update'
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
      const turned = await withRotation(await samplePdf(), rotate)
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
