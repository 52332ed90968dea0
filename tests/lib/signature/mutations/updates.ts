import { PdfArray, PdfBool, PdfDict, PdfName, PdfNumber, PdfStream, PdfString } from '@libpdf/core'
import { catalogOf, dictAt, openPdf, type OpenPdf } from '#lib/pdf/document'
import { formFields, signatureFields } from '#lib/pdf/form'
import { appendTo, formHolder } from '#lib/pdf/form_update'
import { pageAt } from '#lib/pdf/page'
import { PdfUpdate } from '#lib/pdf/update'
import type { Random } from './bytes.js'

type Change = (document: OpenPdf, update: PdfUpdate, random: Random) => void

const numbers = (...values: number[]) => new PdfArray(values.map((value) => PdfNumber.of(value)))

function drawing(update: PdfUpdate, text: string, random: Random) {
  const shown = random(4) ? `0 0 1 rg 0 0 100 100 re f BT 1 g /F 9 Tf 5 5 Td (${text}) Tj ET` : ''
  const entries = {
    Type: PdfName.of('XObject'),
    Subtype: PdfName.of('Form'),
    BBox: numbers(0, 0, 100, 100),
  }
  return PdfDict.of({ N: update.add(PdfStream.fromDict(entries, Buffer.from(shown))) })
}

function place(random: Random) {
  const [left, bottom] = [random(560), random(800)]
  return numbers(left, bottom, left + random(300), bottom + random(200))
}

const firstPage = ({ pdf }: OpenPdf, random: Random) => pageAt(pdf, random(2) ? 0 : -1)

function setOnPage(key: string, value: (update: PdfUpdate, random: Random) => never): Change {
  return (document, update, random) => {
    const { dict, ref } = firstPage(document, random)
    update.change({ dict, ref, object: dict }, key, value(update, random))
  }
}

const setOnCatalogue =
  (key: string, value: (update: PdfUpdate) => never): Change =>
  ({ pdf }, update) => {
    const dict = catalogOf(pdf)
    const ref = pdf.context.info.trailer.getRef('Root')!
    update.change({ dict, ref, object: dict }, key, value(update))
  }

const content = () => Buffer.from('BT /F1 20 Tf 72 500 Td (9 000 000 euros) Tj ET 0 0 300 300 re f')
const SUBTYPES = [
  'Stamp',
  'FreeText',
  'Square',
  'Highlight',
  'Ink',
  'Text',
  'Link',
  'Popup',
  'Redact',
  'Widget',
  'Screen',
]

/** Updates as a forger who knows the format makes them: every byte that was signed stays. */
const CHANGES: Record<string, Change> = {
  'another content of the page': setOnPage(
    'Contents',
    (update) => update.add(PdfStream.fromDict({}, content())) as never
  ),
  'a content written again': (document, update, random) => {
    const ref = firstPage(document, random).dict.getRef('Contents')
    if (ref) update.markChanged(ref, PdfStream.fromDict({}, content()))
  },
  'a drawing laid somewhere': (document, update, random) => {
    const { dict, ref } = firstPage(document, random)
    const mark = PdfDict.of({
      Type: PdfName.of('Annot'),
      Subtype: PdfName.of(SUBTYPES[random(SUBTYPES.length)]),
      Rect: place(random),
      F: PdfNumber.of([0, 2, 4, 28, 132][random(5)]),
      Contents: PdfString.fromString('Vu'),
    })
    if (random(4)) mark.set('AP', drawing(update, 'Vu', random))
    if (random(2)) mark.set('QuadPoints', numbers(60, 700, 400, 700, 60, 800, 400, 800))
    appendTo(document.pdf, update, { dict, ref, object: dict }, 'Annots', update.add(mark))
  },
  'another format': setOnPage(
    'MediaBox',
    (_update, random) => numbers(0, random(300), 595, 500) as never
  ),
  'another crop': setOnPage(
    'CropBox',
    (_update, random) => numbers(random(300), 0, 500, 500) as never
  ),
  'another orientation': setOnPage('Rotate', () => PdfNumber.of(180) as never),
  'another scale': setOnPage('UserUnit', () => PdfNumber.of(3) as never),
  'other resources': setOnPage('Resources', () => PdfDict.of({ Font: new PdfDict() }) as never),
  'no annotation any more': setOnPage('Annots', () => new PdfArray([]) as never),
  'an unknown entry of the page': setOnPage('Halle', () => PdfString.fromString('?') as never),
  'an action on opening': setOnCatalogue(
    'OpenAction',
    (update) =>
      update.add(
        PdfDict.of({ S: PdfName.of('JavaScript'), JS: PdfString.fromString('app.alert(1)') })
      ) as never
  ),
  'layers': setOnCatalogue('OCProperties', () => PdfDict.of({ D: new PdfDict() }) as never),
  'a store of nothing': setOnCatalogue(
    'DSS',
    () => PdfDict.of({ Certs: new PdfArray([PdfNumber.of(1)]) }) as never
  ),
  'appearances to be made again': (document, update) =>
    update.change(formHolder(document.pdf, update), 'NeedAppearances', PdfBool.TRUE),
  'a page less or in another order': ({ pdf }, update, random) => {
    const ref = catalogOf(pdf).getRef('Pages')!
    const tree = dictAt(pdf, catalogOf(pdf), 'Pages')!
    const kids = tree.getArray('Kids')!.toArray()
    const others = random(2) ? kids.toReversed() : [...kids, kids[0]]
    update.change({ dict: tree, ref, object: tree }, 'Kids', new PdfArray(others))
    if (random(2))
      update.change({ dict: tree, ref, object: tree }, 'Count', PdfNumber.of(others.length))
  },
  'a field drawn again': ({ pdf }, update, random) => {
    const fields = formFields(pdf).filter((field) => field.ref)
    const field = fields[random(fields.length)]
    if (!field?.ref) return
    const holder = { dict: field.dict, ref: field.ref, object: field.dict }
    const changes = [
      () => update.change(holder, 'AP', drawing(update, '9 000', random)),
      () => update.change(holder, 'V', PdfString.fromString('9 000')),
      () => update.change(holder, 'AS', PdfName.of('Off')),
      () => update.change(holder, 'Rect', place(random)),
      () => update.change(holder, 'F', PdfNumber.of(2)),
    ]
    changes[random(changes.length)]()
  },
  'a new field': (document, update, random) => {
    const { dict, ref } = firstPage(document, random)
    const field = update.add(
      PdfDict.of({
        Type: PdfName.of('Annot'),
        Subtype: PdfName.of('Widget'),
        FT: PdfName.of(['Tx', 'Sig', 'Btn'][random(3)]),
        T: PdfString.fromString(`Leurre${random(9)}`),
        Rect: place(random),
        AP: drawing(update, 'Faux', random),
      })
    )
    appendTo(document.pdf, update, { dict, ref, object: dict }, 'Annots', field)
    if (random(2)) appendTo(document.pdf, update, formHolder(document.pdf, update), 'Fields', field)
  },
  'the signature of another field': ({ pdf }, update, random) => {
    const fields = signatureFields(pdf)
    const [one, other] = [fields[random(fields.length)], fields[random(fields.length)]]
    const value = other?.dict.get('V')
    if (!one?.ref || !value) return
    const copy = dictAt(pdf, other.dict, 'V')!.clone() as PdfDict
    copy.set('ByteRange', numbers(0, random(900), 1000 + random(9000), random(9000)))
    const holder = { dict: one.dict, ref: one.ref, object: one.dict }
    update.change(holder, 'V', random(2) ? update.add(copy) : value)
  },
  'an object that becomes nothing': ({ pdf }, update, random) => {
    const refs = [...pdf.context.registry.entries()].map(([ref]) => ref)
    const ref = refs[random(refs.length)]
    if (ref) update.markChanged(ref, random(2) ? new PdfDict() : new PdfArray([]))
  },
}

export const UPDATES = Object.keys(CHANGES)

/** The file with one more update of that kind; the kinds are those of `UPDATES`. */
export async function updated(kind: string, pdf: Buffer, random: Random): Promise<Buffer> {
  const document = await openPdf(pdf)
  const update = new PdfUpdate(document)
  CHANGES[kind](document, update, random)
  return update.toBuffer()
}
