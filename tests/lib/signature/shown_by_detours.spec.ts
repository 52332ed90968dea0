import { test } from '@japa/runner'
import { inspectNow } from '#tests/helpers/inspect_now'
import { demoSigners } from './demo_signers.js'
import { appended, page, signedByHand, stream, type Choices, type Objects } from './handmade_pdf.js'

const TEXT = 'BT /F 12 Tf 72 700 Td (Le conseil approuve.) Tj ET'
const FONT = '/Font<</F 3 0 R>>'
const small = '/Type/XObject/Subtype/Form/BBox[0 0 1000000 1000000]'
const amount = '/Type/Annot/Subtype/Widget/Rect[100 100 200 120]/P 4 0 R'

/** What is signed, with its choices, then what an update makes of it. */
interface Detour {
  signed: Objects
  choices?: Choices
  later: Objects
}

const DETOURS: Record<string, Detour> = {
  'a node of the tree, which hands down what no /Parent leads to': {
    signed: { 2: '<</Type/Pages/Count 2/Kids[7 0 R 6 0 R]>>', 7: between('') },
    later: { 7: between('/Rotate 90/Resources<<>>') },
  },
  'a scale of less than a thousandth': {
    signed: { 4: drawing('/X Do'), 5: stream('', '/X Do'), 20: scaled('.0009 0 0 .0009 0 0') },
    later: { 20: scaled('0 0 0 0 0 0') },
  },
  'a state of the drawing that is named like an entry of the structure': {
    signed: { 4: drawing(''), 5: stream('', `/Obj gs ${TEXT}`), 20: '<</Subtype/Widget/ca 1>>' },
    later: { 20: '<</Subtype/Widget/ca 0>>' },
  },
  'a state of the drawing in resources that pass for the structure': {
    signed: {
      4: drawing('/Type/OBJR'),
      5: stream('', `/Obj gs ${TEXT}`),
      20: '<</Subtype/Widget/ca 1>>',
    },
    later: { 20: '<</Subtype/Widget/ca 0>>' },
  },
  'how readers draw the values of a form': {
    ...form('/NeedAppearances true/DA(/Helv 12 Tf 0 g)'),
    later: { 22: formWith('/NeedAppearances true/DA(/Helv 12 Tf 1 g)') },
  },
  'whether readers draw the values of a form': {
    ...form('/NeedAppearances true'),
    later: { 22: formWith('') },
  },
  'the form that readers would show in place of the pages, now gone': {
    ...form('/XFA(un formulaire)'),
    later: { 22: formWith('') },
  },
  'the kind of a place that waits for a signature, drawn then by what it says': {
    signed: { 1: waitingForm(), 24: place('Widget') },
    choices: { annotations: '24 0 R' },
    later: { 24: place('FreeText', '/DA(/Helv 20 Tf 0 g)/Contents(900 000 euros)') },
  },
  'the border of a place that waits': {
    signed: { 1: waitingForm(), 24: place('Widget') },
    choices: { annotations: '24 0 R' },
    later: { 24: place('Widget', '/BS<</W 40>>/C[1 0 0]') },
  },
  'the kind of the place that is signed': {
    signed: {},
    choices: { annotations: 'null' },
    later: {
      91: '<</Type/Annot/Subtype/Ink/FT/Sig/T(Maire)/F 132/Rect[0 0 0 0]/P 4 0 R/V 90 0 R/InkList[[60 700 200 705]]>>',
    },
  },
  'the field above a place, whose value is shown there': {
    signed: {
      ...form('').signed,
      21: '<</FT/Tx/T(Montant)/V(100)/Kids[24 0 R]>>',
      24: `<<${amount}/Parent 21 0 R>>`,
    },
    choices: { annotations: '24 0 R' },
    later: {
      24: `<<${amount}/Parent 25 0 R>>`,
      25: '<</FT/Tx/T(Montant)/V(900000)/Kids[24 0 R]>>',
    },
  },
}

test.group('What only some readers follow', () => {
  for (const [what, { signed, choices, later }] of Object.entries(DETOURS)) {
    test(`${what}: changed after the signature, it is an alteration`, async ({ assert }) => {
      const { mayor, anchors } = await demoSigners()
      const file = signedByHand(mayor, signed, choices)
      const options = { trustAnchors: anchors }
      assert.equal((await inspectNow(file, options)).status, 'valid')
      assert.equal((await inspectNow(appended(file, later), options)).status, 'failed')
    })
  }

  test('boxes written again with fewer decimals are the same', async ({ assert }) => {
    const { mayor, anchors } = await demoSigners()
    const boxed = (side: string) =>
      page(`/CropBox[0 0 595 ${side}]/Resources<<${FONT}>>/Contents 5 0 R`)
    const file = signedByHand(mayor, { 4: boxed('841.889764') })
    const rounded = appended(file, { 4: boxed('841.8898') })
    assert.equal((await inspectNow(rounded, { trustAnchors: anchors })).status, 'valid')
  })

  test('the structure may name a page and a field that waits to be signed', async ({ assert }) => {
    const { mayor, anchors } = await demoSigners()
    const waiting = (more: string) =>
      `<</Type/Annot/Subtype/Widget/FT/Sig/T(Suite)/F 132/Rect[0 0 0 0]/P 4 0 R${more}>>`
    const file = signedByHand(
      mayor,
      {
        1: '<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[91 0 R 24 0 R]>>/StructTreeRoot 25 0 R>>',
        24: waiting(''),
        25: '<</Type/StructTreeRoot/K[26 0 R]>>',
        26: '<</S/Form/P 25 0 R/Pg 4 0 R/K<</Type/OBJR/Obj 24 0 R/Pg 4 0 R>>>>',
      },
      { annotations: '24 0 R' }
    )
    const later = appended(file, { 24: waiting('/TU(Signature suivante)') })
    assert.notInclude(
      (await inspectNow(later, { trustAnchors: anchors })).completedAfterSigning,
      'la lecture du document par les synthèses vocales'
    )
  })
})

function waitingForm(): string {
  return '<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[91 0 R 24 0 R]>>>>'
}

function place(kind: string, more = ''): string {
  return `<</Type/Annot/Subtype/${kind}/FT/Sig/T(Suite)/F 4/Rect[60 690 300 720]/P 4 0 R${more}>>`
}

function between(entries: string): string {
  return `<</Type/Pages/Count 1/Parent 2 0 R/Kids[4 0 R]${entries}>>`
}

function drawing(entries: string): string {
  const states = `/ExtGState<<${entries.startsWith('/Type') ? entries : ''}/Obj 20 0 R>>`
  const objects = entries.startsWith('/X') ? '/XObject<</X 20 0 R>>' : states
  return page(`/Resources<<${FONT}${objects}>>/Contents 5 0 R`)
}

function scaled(matrix: string): string {
  return stream(`${small}/Matrix[${matrix}]`, '0 0 100000 100000 re f')
}

function formWith(entries: string): string {
  return `<</SigFlags 3/Fields[91 0 R 21 0 R]${entries}>>`
}

function form(entries: string): { signed: Objects; choices: Choices } {
  const signed = {
    1: '<</Type/Catalog/Pages 2 0 R/AcroForm 22 0 R>>',
    21: `<<${amount}/FT/Tx/T(Montant)/V(100)>>`,
    22: formWith(entries),
  }
  return { signed, choices: { annotations: '21 0 R' } }
}
