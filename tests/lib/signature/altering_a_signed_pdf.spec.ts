import { PdfArray, PdfDict, PdfName, PdfNumber, PdfStream, PdfString } from '@libpdf/core'
import { test } from '@japa/runner'
import { openPdf } from '#lib/pdf/document'
import { appendTo, formHolder } from '#lib/pdf/form_update'
import { pageAt } from '#lib/pdf/page'
import { PdfUpdate } from '#lib/pdf/update'
import { demoSigners, mayorStamp, signWith } from './demo_signers.js'
import { samplePdf } from './sample_pdf.js'
import { signedParts } from './signed_parts.js'
import { inspectNow } from '#tests/helpers/inspect_now'

test.group('Altering a signed PDF', () => {
  test('one changed byte makes the signature fail', async ({ assert }) => {
    const signed = await signedSample()
    const altered = Buffer.from(signed)
    altered[30] ^= 1
    const { status, signatures } = await inspect(altered)
    assert.equal(status, 'failed')
    assert.equal(signatures[0].verdict.subIndication, 'HASH_FAILURE')
  })

  test('a changed signature value is told from a changed document', async ({ assert }) => {
    const signed = await signedSample()
    const [{ cms, parsed }] = await signedParts(signed)
    const valueAt = cms.indexOf(parsed.signature)
    const hexAt = signed.indexOf(cms.toString('hex')) + valueAt * 2
    const altered = Buffer.from(signed)
    altered.write('0000', hexAt + 40, 'latin1')
    const { signatures } = await inspect(altered)
    assert.equal(signatures[0].verdict.subIndication, 'SIG_CRYPTO_FAILURE')
  })

  test('text drawn by a later update is found, although every digest matches', async ({
    assert,
  }) => {
    const forged = await updated(await signedSample(), (document, update) => {
      const page = pageAt(document.pdf, 0)
      const drawing = PdfStream.fromDict(
        {},
        Buffer.from('BT /F1 20 Tf 50 700 Td (1 000 000) Tj ET')
      )
      page.dict.set('Contents', new PdfArray([page.dict.get('Contents')!, update.add(drawing)]))
      update.markChanged(page.ref, page.dict)
    })
    const { status, changedAfterSigning, signatures } = await inspect(forged)
    assert.equal(status, 'failed')
    assert.deepEqual(changedAfterSigning, ['le contenu de la page 1'])
    assert.equal(signatures[0].verdict.indication, 'TOTAL_FAILED')
    assert.isFalse(signatures[0].coversWholeDocument)
  })

  test('a page added later is found', async ({ assert }) => {
    const forged = await updated(await signedSample(), (document, update) => {
      const page = pageAt(document.pdf, 0)
      const parentRef = page.dict.getRef('Parent')!
      const parent = document.pdf.context.resolve(parentRef) as PdfDict
      const added = update.add(page.dict.clone())
      appendTo(
        document.pdf,
        update,
        { dict: parent, ref: parentRef, object: parent },
        'Kids',
        added
      )
      parent.set('Count', PdfNumber.of(2))
      update.markChanged(parentRef, parent)
    })
    assert.deepEqual((await inspect(forged)).changedAfterSigning, ['le nombre de pages'])
  })

  test('a note stuck on the page later leaves the content signed, and is told', async ({
    assert,
  }) => {
    const forged = await updated(await signedSample(), (document, update) => {
      const page = pageAt(document.pdf, 0)
      const note = PdfDict.of({
        Type: PdfName.of('Annot'),
        Subtype: PdfName.of('Square'),
        Rect: new PdfArray([300, 100, 500, 200].map((value) => PdfNumber.of(value))),
      })
      appendTo(document.pdf, update, holderOf(page), 'Annots', update.add(note))
    })
    const { status, changedAfterSigning, addedAfterSigning, signatures } = await inspect(forged)
    assert.equal(status, 'annotated')
    assert.deepEqual(changedAfterSigning, [])
    assert.deepEqual(addedAfterSigning, ['page 1\u202f: un dessin'])
    assert.equal(signatures[0].verdict.indication, 'TOTAL_PASSED')
  })

  test('a link or a note changed after the signature is an alteration', async ({ assert }) => {
    const { mayor } = await demoSigners()
    const annotated = await updated(await samplePdf(), (document, update) => {
      appendTo(
        document.pdf,
        update,
        holderOf(pageAt(document.pdf, 0)),
        'Annots',
        update.add(note(100))
      )
    })
    const forged = await updated(await signWith(annotated, mayor), (document, update) => {
      const page = pageAt(document.pdf, 0)
      const ref = page.dict.getArray('Annots')!.at(0) as never
      const dict = document.pdf.context.resolve(ref) as PdfDict
      dict.set('Rect', new PdfArray([0, 0, 500, 800].map((value) => PdfNumber.of(value))))
      update.markChanged(ref, dict)
    })
    assert.deepEqual((await inspect(forged)).changedAfterSigning, ['les annotations de la page 1'])
  })

  test('an empty signature field that hides text under its appearance is found', async ({
    assert,
  }) => {
    const forged = await updated(await signedSample(), (document, update) => {
      const page = pageAt(document.pdf, 0)
      const field = update.add(
        PdfDict.of({
          Type: PdfName.of('Annot'),
          Subtype: PdfName.of('Widget'),
          FT: PdfName.of('Sig'),
          T: PdfString.fromString('Leurre'),
          Rect: new PdfArray([0, 0, 500, 800].map((value) => PdfNumber.of(value))),
        })
      )
      const form = formHolder(document.pdf, update)
      appendTo(document.pdf, update, form, 'Fields', field)
      appendTo(document.pdf, update, holderOf(page), 'Annots', field)
    })
    assert.deepEqual((await inspect(forged)).changedAfterSigning, ['les annotations de la page 1'])
  })

  test('a stamp redrawn after the signature is found', async ({ assert }) => {
    const forged = await updated(await signedSample(), (document, update) => {
      const page = pageAt(document.pdf, 0)
      const widgetRef = page.dict.getArray('Annots')!.at(0) as never
      const widget = document.pdf.context.resolve(widgetRef) as PdfDict
      const empty = PdfStream.fromDict({ Subtype: PdfName.of('Form') })
      widget.set('AP', PdfDict.of({ N: update.add(empty) }))
      update.markChanged(widgetRef, widget)
    })
    const { changedAfterSigning } = await inspect(forged)
    assert.deepEqual(changedAfterSigning, ['le champ «\u202fSignature1\u202f»'])
  })

  test('a second signature with its stamp is no alteration', async ({ assert }) => {
    const { seal } = await demoSigners()
    const twice = await signWith(await signedSample(), seal, { appearance: mayorStamp })
    const { status, changedAfterSigning, addedAfterSigning } = await inspect(twice)
    assert.equal(status, 'annotated')
    assert.deepEqual(addedAfterSigning, ['page 1\u202f: une signature suivante'])
    assert.deepEqual(changedAfterSigning, [])
  })

  test('signing a field that was waiting is no alteration', async ({ assert }) => {
    const { mayor, seal } = await demoSigners()
    const waiting = await updated(await samplePdf(), (document, update) => {
      const page = pageAt(document.pdf, 0)
      const field = update.add(
        PdfDict.of({
          Type: PdfName.of('Annot'),
          Subtype: PdfName.of('Widget'),
          FT: PdfName.of('Sig'),
          T: PdfString.fromString('Cachet'),
          Rect: new PdfArray([300, 50, 500, 110].map((value) => PdfNumber.of(value))),
        })
      )
      appendTo(document.pdf, update, formHolder(document.pdf, update), 'Fields', field)
      appendTo(document.pdf, update, holderOf(page), 'Annots', field)
    })
    const once = await signWith(waiting, mayor)
    const twice = await signWith(once, seal, { fieldName: 'Cachet', appearance: mayorStamp })
    const { status, signatures } = await inspect(twice)
    assert.equal(status, 'annotated')
    assert.deepEqual(
      signatures.map((one) => one.fieldName),
      ['Signature2', 'Cachet']
    )
    await assert.rejects(
      () => signWith(twice, seal, { fieldName: 'Cachet' }),
      /Cachet.» est déjà signé/
    )
  })

  test('a byte range that leaves bytes out is not believed', async ({ assert }) => {
    const signed = await signedSample()
    const at = signed.indexOf('/ByteRange [0 ') + '/ByteRange ['.length
    const altered = Buffer.from(signed)
    altered.write('9', at, 'latin1')
    const { signatures } = await inspect(altered)
    assert.equal(signatures[0].verdict.subIndication, 'FORMAT_FAILURE')
  })
})

function note(side: number): PdfDict {
  return PdfDict.of({
    Type: PdfName.of('Annot'),
    Subtype: PdfName.of('Square'),
    Rect: new PdfArray([0, 0, side, side].map((value) => PdfNumber.of(value))),
  })
}

async function signedSample(): Promise<Buffer> {
  const { mayor } = await demoSigners()
  return signWith(await samplePdf(), mayor, { appearance: mayorStamp })
}

async function inspect(pdf: Buffer) {
  const { anchors } = await demoSigners()
  return inspectNow(pdf, { trustAnchors: anchors })
}

async function updated(
  pdf: Buffer,
  change: (document: Awaited<ReturnType<typeof openPdf>>, update: PdfUpdate) => void
): Promise<Buffer> {
  const document = await openPdf(pdf)
  const update = new PdfUpdate(document)
  change(document, update)
  return update.toBuffer()
}

const holderOf = (page: ReturnType<typeof pageAt>) => ({
  dict: page.dict,
  ref: page.ref,
  object: page.dict,
})
