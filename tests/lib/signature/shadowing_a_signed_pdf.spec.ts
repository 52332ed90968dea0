import {
  PdfArray,
  PdfDict,
  PdfName,
  PdfNumber,
  type PdfRef,
  PdfStream,
  PdfString,
} from '@libpdf/core'
import { test } from '@japa/runner'
import { catalogOf, dictAt, openPdf, type OpenPdf } from '#lib/pdf/document'
import { appendTo, formHolder } from '#lib/pdf/form_update'
import { pageAt } from '#lib/pdf/page'
import { PdfUpdate } from '#lib/pdf/update'
import { demoSigners, mayorStamp, signWith } from './demo_signers.js'
import { samplePdf } from './sample_pdf.js'
import { inspectNow } from '#tests/helpers/inspect_now'

/**
 * Attacks of the literature on signed PDFs: an honest signature, then an update that leaves every
 * digest right and shows something else.
 */
test.group('Showing something else under a sound signature', () => {
  test('a widget that claims a signature and belongs to no field of the form is found', async ({
    assert,
  }) => {
    const forged = await updated(await signed(await samplePdf()), (document, update) => {
      const claim = update.add(PdfDict.of({ ByteRange: numbers(0, 1, 2, 3) }))
      const widget = update.add(waitingField('Leurre', { V: claim, AP: drawing(update, 'Faux') }))
      annotate(document, update, widget)
    })
    assert.deepEqual(await alterations(forged), ['les annotations de la page 1'])
  })

  test('a field that waits for its signature does not begin to speak', async ({ assert }) => {
    const waiting = await updated(await samplePdf(), (document, update) => {
      const field = update.add(waitingField('Cachet'))
      appendTo(document.pdf, update, formHolder(document.pdf, update), 'Fields', field)
      annotate(document, update, field)
    })
    const forged = await updated(await signed(waiting), (document, update) => {
      const [ref, widget] = annotation(document, 0)
      widget.set('Rect', numbers(0, 0, 600, 800))
      widget.set('AP', drawing(update, 'MONTANT 1 000 000'))
      update.markChanged(ref, widget)
    })
    assert.deepEqual(await alterations(forged), ['le champ «\u202fCachet\u202f»'])
  })

  test('the stamp of a field that shows itself in a kid is not redrawn', async ({ assert }) => {
    const waiting = await updated(await samplePdf(), (document, update) => {
      const kid = update.add(waitingField('', {}))
      const field = PdfDict.of({
        FT: PdfName.of('Sig'),
        T: PdfString.fromString('Maire'),
        Kids: new PdfArray([kid]),
      })
      const ref = update.add(field)
      const widget = document.pdf.context.resolve(kid) as PdfDict
      widget.delete('T')
      widget.set('Parent', ref)
      appendTo(document.pdf, update, formHolder(document.pdf, update), 'Fields', ref)
      annotate(document, update, kid)
    })
    const { mayor } = await demoSigners()
    const honest = await signWith(waiting, mayor, { fieldName: 'Maire', appearance: mayorStamp })
    assert.deepEqual(await alterations(honest), [])
    const forged = await updated(honest, (document, update) => {
      const [ref, widget] = annotation(document, 0)
      widget.set('AP', drawing(update, 'Le préfet'))
      update.markChanged(ref, widget)
    })
    assert.deepEqual(await alterations(forged), ['le champ «\u202fMaire\u202f»'])
  })

  test('a signed stamp is not taken off its page', async ({ assert }) => {
    const forged = await updated(await signed(await samplePdf()), (document, update) => {
      const page = pageAt(document.pdf, 0)
      page.dict.set('Annots', new PdfArray([]))
      update.markChanged(page.ref, page.dict)
    })
    assert.deepEqual(await alterations(forged), ['les annotations de la page 1'])
  })

  for (const name of ['P', 'Parent', 'Length', 'StructParent']) {
    test(`a drawing is not swapped because it is called /${name}`, async ({ assert }) => {
      const forged = await swapped(name, {})
      assert.deepEqual(await alterations(forged), ['les polices ou les images de la page 1'])
    })
  }

  test('a drawing is not swapped because it says that it is a page', async ({ assert }) => {
    const forged = await swapped('Tarif', { Type: PdfName.of('Page') })
    assert.deepEqual(await alterations(forged), ['les polices ou les images de la page 1'])
  })

  test('a form that a reader would show in place of the pages is found', async ({ assert }) => {
    const forged = await updated(await signed(await samplePdf()), (document, update) => {
      const form = formHolder(document.pdf, update)
      form.dict.set('XFA', update.add(PdfStream.fromDict({}, Buffer.from('<xdp:xdp/>'))))
      update.markChanged(form.ref, form.object)
    })
    assert.deepEqual(await alterations(forged), ['le formulaire du document'])
  })

  test('a portfolio that opens on another file is found', async ({ assert }) => {
    const forged = await updated(await signed(await samplePdf()), (document, update) => {
      const root = document.pdf.context.info.trailer.getRef('Root')!
      catalogOf(document.pdf).set('Collection', PdfDict.of({ View: PdfName.of('D') }))
      update.markChanged(root, catalogOf(document.pdf))
    })
    assert.deepEqual(await alterations(forged), ['la présentation du document'])
  })

  test('a file broken after its signature is not vouched for, and accuses nobody', async ({
    assert,
  }) => {
    const honest = await signed(await samplePdf())
    const broken = Buffer.concat([honest, Buffer.from('\nstartxref\n99999999\n%%EOF\n')])
    const { anchors } = await demoSigners()
    const report = await inspectNow(broken, { trustAnchors: anchors })
    assert.equal(report.status, 'to_confirm')
    assert.include(report.doubtfulAfterSigning, 'la structure du document, abîmée')
    assert.deepEqual(report.changedAfterSigning, [])
  })
})

/** A drawing of the page, put before the signature, whose object an update writes again. */
async function swapped(name: string, more: Record<string, PdfName>): Promise<Buffer> {
  let ref!: PdfRef
  const prepared = await updated(await samplePdf(), (document, update) => {
    const page = pageAt(document.pdf, 0)
    ref = update.add(PdfDict.of({ ...more, N: drawing(update, '100 euros') }))
    const resources = dictAt(document.pdf, page.dict, 'Resources') ?? new PdfDict()
    resources.set('XObject', PdfDict.of({ [name]: ref }))
    page.dict.set('Resources', resources)
    update.markChanged(page.ref, page.dict)
  })
  return updated(await signed(prepared), (_document, update) => {
    const changed = PdfDict.of({ ...more, N: drawing(update, '9 000 euros') })
    update.markChanged(ref, changed)
  })
}

async function signed(pdf: Buffer): Promise<Buffer> {
  const { mayor } = await demoSigners()
  return signWith(pdf, mayor, { appearance: mayorStamp })
}

async function alterations(pdf: Buffer): Promise<string[]> {
  const { anchors } = await demoSigners()
  return (await inspectNow(pdf, { trustAnchors: anchors })).changedAfterSigning
}

async function updated(
  pdf: Buffer,
  change: (document: OpenPdf, update: PdfUpdate) => void
): Promise<Buffer> {
  const document = await openPdf(pdf)
  const update = new PdfUpdate(document)
  change(document, update)
  return update.toBuffer()
}

const numbers = (...values: number[]) => new PdfArray(values.map((value) => PdfNumber.of(value)))

function drawing(update: PdfUpdate, text: string): PdfDict {
  const stream = PdfStream.fromDict(
    { Subtype: PdfName.of('Form') },
    Buffer.from(`BT (${text}) Tj ET`)
  )
  return PdfDict.of({ N: update.add(stream) })
}

function waitingField(name: string, more: Record<string, PdfDict | PdfRef> = {}): PdfDict {
  return PdfDict.of({
    Type: PdfName.of('Annot'),
    Subtype: PdfName.of('Widget'),
    FT: PdfName.of('Sig'),
    T: PdfString.fromString(name),
    Rect: numbers(300, 50, 500, 110),
    ...more,
  })
}

function annotate({ pdf }: OpenPdf, update: PdfUpdate, ref: PdfRef): void {
  const page = pageAt(pdf, 0)
  appendTo(pdf, update, { dict: page.dict, ref: page.ref, object: page.dict }, 'Annots', ref)
}

function annotation({ pdf }: OpenPdf, index: number): [PdfRef, PdfDict] {
  const ref = pageAt(pdf, 0).dict.getArray('Annots')!.at(index) as PdfRef
  return [ref, pdf.context.resolve(ref) as PdfDict]
}
