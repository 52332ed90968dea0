import { test } from '@japa/runner'
import { checkSignable } from '#lib/signature'
import { demoSigners } from './demo_signers.js'
import { appended, page, signedByHand, stream, type Objects } from './handmade_pdf.js'
import { inspectNow } from '#tests/helpers/inspect_now'

const shown = (amount: string) => `BT /F 12 Tf 72 500 Td (Montant ${amount} euros) Tj ET`
const drawnPage = (entries: string) => (amount: string) =>
  stream(`/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/BBox[0 0 595 842]${entries}`, shown(amount))
const drawing = (resources: string, content: string): Objects => ({
  4: page(`/Resources<</Font<</F 3 0 R>>${resources}>>/Contents 5 0 R`),
  5: stream('', `BT /F 12 Tf 72 700 Td (Le conseil approuve.) Tj ET ${content}`),
})

interface Role {
  role: string
  /** The object with a double life, and how it is written for an amount. */
  number: number
  text: (amount: string) => string
  objects: Objects
  annotations?: string
}

/** One object of the skeleton of the file, drawn by its first page by some other door. */
const ROLES: Role[] = [
  {
    role: 'a page drawn as a form',
    number: 6,
    text: drawnPage('/Subtype/Form'),
    objects: drawing('/XObject<</X 6 0 R>>', '/X Do'),
  },
  {
    role: 'a page drawn as a form called /P',
    number: 6,
    text: drawnPage('/Subtype/Form'),
    objects: drawing('/XObject<</P 6 0 R>>', '/P Do'),
  },
  {
    role: 'a page drawn as a form called /Parent',
    number: 6,
    text: drawnPage('/Subtype/Form'),
    objects: drawing('/XObject<</Parent 6 0 R>>', '/Parent Do'),
  },
  {
    role: 'a page drawn as a form called /Annots',
    number: 6,
    text: drawnPage('/Subtype/Form'),
    objects: drawing('/XObject<</Annots 6 0 R>>', '/Annots Do'),
  },
  {
    role: 'a page that is the content of another',
    number: 6,
    text: drawnPage(''),
    objects: {
      4: page('/Resources<</Font<</F 3 0 R>>>>/Contents 6 0 R'),
    },
  },
  {
    role: 'a page that is a pattern',
    number: 6,
    text: drawnPage(
      '/PatternType 1/PaintType 1/TilingType 1/XStep 600/YStep 900/Resources<</Font<</F 3 0 R>>>>'
    ),
    objects: drawing('/Pattern<</T 6 0 R>>', '/Pattern cs /T scn 0 0 595 842 re f'),
  },
  {
    role: 'a page that is a soft mask',
    number: 6,
    text: drawnPage('/Subtype/Form/Group<</S/Transparency>>'),
    objects: drawing('/ExtGState<</G<</SMask<</S/Luminosity/G 6 0 R>>>>>>', '/G gs'),
  },
  {
    role: 'a page that is a letter of a font',
    number: 6,
    text: drawnPage(''),
    objects: drawing(
      '/XObject<<>>/Font<</F 3 0 R/T<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 65/LastChar 65/Widths[1]/Encoding<</Differences[65/a]>>/CharProcs<</a 6 0 R>>>>>>',
      'BT /T 1 Tf (A) Tj ET'
    ),
  },
  {
    role: 'a page that is a font',
    number: 6,
    text: (amount) =>
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 65/LastChar 65/Widths[1]/Encoding<</Differences[65/${amount}]>>/CharProcs<<>>>>`,
    objects: drawing('/Font<</F 3 0 R/T 6 0 R>>', 'BT /T 1 Tf (A) Tj ET'),
  },
  {
    role: 'a page that is the drawing of an annotation',
    number: 6,
    text: drawnPage('/Subtype/Form'),
    objects: { 20: '<</Type/Annot/Subtype/Stamp/Rect[0 0 595 842]/P 4 0 R/AP<</N 6 0 R>>>>' },
    annotations: '20 0 R',
  },
  {
    role: 'a page that is an annotation',
    number: 6,
    text: (amount) =>
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Subtype/FreeText/Rect[0 0 595 842]/DA(/F 12 Tf)/Contents(${amount})>>`,
    objects: {},
    annotations: '6 0 R',
  },
  {
    role: 'a node of the tree of pages drawn as a form',
    number: 2,
    text: (amount) =>
      stream('/Type/Pages/Count 2/Kids[4 0 R 6 0 R]/Subtype/Form/BBox[0 0 595 842]', shown(amount)),
    objects: drawing('/XObject<</X 2 0 R>>', '/X Do'),
  },
  {
    role: 'a page in the resources of a form',
    number: 6,
    text: drawnPage('/Subtype/Form'),
    objects: {
      ...drawing('/XObject<</X 21 0 R>>', '/X Do'),
      21: stream(
        '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</P 6 0 R>>>>',
        '/P Do'
      ),
    },
  },
]

test.group('An object of a PDF in two roles', () => {
  test('{role}, then changed, is not called intact')
    .with(ROLES)
    .run(async ({ assert }, { number, text, objects, annotations }) => {
      const { mayor, anchors } = await demoSigners()
      const original = { ...objects, [number]: text('100') }
      const signed = signedByHand(mayor, original, { annotations })
      const before = await inspectNow(signed, { trustAnchors: anchors })
      assert.equal(before.signatures[0].verdict.indication, 'TOTAL_PASSED')
      const forged = appended(signed, { [number]: text('900000') })
      const after = await inspectNow(forged, { trustAnchors: anchors })
      assert.equal(after.status, 'failed')
      assert.isNotEmpty(after.changedAfterSigning)
    })

  test('{role} is refused before anybody signs it')
    .with(ROLES)
    .run(async ({ assert }, { number, text, objects, annotations }) => {
      const { mayor } = await demoSigners()
      const pdf = signedByHand(mayor, { ...objects, [number]: text('100') }, { annotations })
      await assert.rejects(() => checkSignable(pdf), /pourrait changer après la signature/)
    })

  test('a link to a page, an outline and a structure are no second role', async ({ assert }) => {
    const { mayor, anchors } = await demoSigners()
    const signed = signedByHand(
      mayor,
      {
        20: '<</Type/Annot/Subtype/Link/Rect[72 600 100 620]/P 4 0 R/Dest[6 0 R/Fit]>>',
        22: '<</Type/Outlines/First 23 0 R/Last 23 0 R>>',
        23: '<</Title(Page)/Parent 22 0 R/Dest[6 0 R/XYZ 0 0 0]>>',
        24: '<</Type/StructTreeRoot/K<</S/P/P 24 0 R/Pg 4 0 R/K<</Type/OBJR/Obj 91 0 R/Pg 4 0 R>>>>>>',
      },
      {
        annotations: '20 0 R',
        catalogue: '/Outlines 22 0 R/StructTreeRoot 24 0 R/OpenAction[4 0 R/Fit]',
      }
    )
    await assert.doesNotReject(() => checkSignable(signed))
    const stamp = stream('/Type/XObject/Subtype/Form/BBox[0 0 100 20]', '0 0 100 20 re f')
    const stamped = appended(signed, {
      4: page('/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R', '20 0 R 30 0 R'),
      30: '<</Type/Annot/Subtype/Stamp/Rect[400 50 500 70]/P 4 0 R/AP<</N 31 0 R>>>>',
      31: stamp,
    })
    const { status, addedAfterSigning } = await inspectNow(stamped, { trustAnchors: anchors })
    assert.equal(status, 'annotated')
    assert.lengthOf(addedAfterSigning, 1)
  })
})
