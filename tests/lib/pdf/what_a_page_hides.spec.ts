import { test } from '@japa/runner'
import { wholeText } from '#lib/pdf/hidden/whole_text'
import { drawnPdf, OVER_THE_NAME, SENTENCE, stream, type Drawn } from './drawn_pdf.js'

const BOX = `0 g ${OVER_THE_NAME} re f`
const form = (content: string, more = '') =>
  stream(`/Type/XObject/Subtype/Form/BBox[0 0 595 842]${more}`, content)
const XOBJECT = '/XObject<</X 10 0 R>>'
const image = (more = '') =>
  stream(
    `/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray${more}`,
    'abcd'
  )
const IMAGE_OVER = 'q 64 0 0 14 178 696 cm /X Do Q'
const annotation = (entries: string): Drawn => ({
  page: '/Annots[10 0 R]',
  objects: {
    10: `<</Type/Annot/F 4/Rect[178 696 242 710]${entries}>>`,
    11: stream('/Type/XObject/Subtype/Form/BBox[0 0 64 14]', '0 g 0 0 64 14 re f'),
  },
})
const state = (entries: string): Drawn => ({ resources: `/ExtGState<</G <<${entries}>>>>` })
const layer = (shown: boolean): Drawn => ({
  resources: '/Properties<</L 10 0 R>>',
  catalogue: `/OCProperties<</OCGs[10 0 R]/D<</Order[10 0 R]${shown ? '' : '/OFF[10 0 R]'}>>>>`,
  objects: { 10: '<</Type/OCG/Name(Noms)>>' },
})

/** What each page says of the words that it does not show. */
const CASES: [string, string, Drawn, Record<string, string>][] = [
  ['a sentence', SENTENCE, {}, {}],
  ['a rectangle over a name', `${SENTENCE} ${BOX}`, {}, { Kerdoncuff: 'covered' }],
  ['a white one', `${SENTENCE} 1 g ${OVER_THE_NAME} re f`, {}, { Kerdoncuff: 'covered' }],
  [
    'a rectangle drawn before, in another colour',
    `0.8 g ${OVER_THE_NAME} re f 0 g ${SENTENCE}`,
    {},
    {},
  ],
  [
    'black words on a black one drawn before',
    `${BOX} ${SENTENCE}`,
    {},
    { Kerdoncuff: 'invisible' },
  ],
  [
    'a shape with another outline',
    `${SENTENCE} 0 g 178 696 m 242 696 l 250 703 l 242 710 l 178 710 l h f`,
    {},
    { Kerdoncuff: 'covered' },
  ],
  ['a frame, which leaves its middle', `${SENTENCE} 176 694 68 18 re 178 696 64 14 re f*`, {}, {}],
  ['a broad line', `${SENTENCE} 14 w 178 703 m 242 703 l S`, {}, { Kerdoncuff: 'covered' }],
  ['a line through it', `${SENTENCE} 1 w 178 703 m 242 703 l S`, {}, {}],
  [
    'several rectangles of one path, beside it',
    `${SENTENCE} 10 690 50 30 re 400 690 90 30 re f`,
    {},
    {},
  ],
  ['half a name', `${SENTENCE} 0 g 208 696 34 14 re f`, {}, { ncuff: 'covered' }],
  ['a rectangle that is clipped away', `${SENTENCE} q 0 0 50 50 re W n ${BOX} Q`, {}, {}],
  [
    'a rectangle in a form',
    `${SENTENCE} /X Do`,
    { resources: XOBJECT, objects: { 10: form(BOX) } },
    { Kerdoncuff: 'covered' },
  ],
  [
    'words in a form, under a rectangle of the page',
    `/X Do ${BOX}`,
    { resources: XOBJECT, objects: { 10: form(SENTENCE, '/Resources<</Font<</F 3 0 R>>>>') } },
    { Kerdoncuff: 'covered' },
  ],
  [
    'a form moved over a name by its matrix',
    `${SENTENCE} /X Do`,
    { resources: XOBJECT, objects: { 10: form('0 g 0 0 64 14 re f', '/Matrix[1 0 0 1 178 696]') } },
    { Kerdoncuff: 'covered' },
  ],
  [
    'a highlight that is thin',
    `${SENTENCE} /G gs 1 1 0 rg ${OVER_THE_NAME} re f`,
    state('/ca 0.4'),
    {},
  ],
  [
    'a highlight that multiplies',
    `${SENTENCE} /G gs 1 1 0 rg ${OVER_THE_NAME} re f`,
    state('/BM/Multiply'),
    {},
  ],
  [
    'black that multiplies',
    `${SENTENCE} /G gs ${BOX}`,
    state('/BM/Multiply'),
    { Kerdoncuff: 'covered' },
  ],
  [
    'an opaque shape in a thin group',
    `${SENTENCE} /G gs /X Do`,
    {
      resources: `${XOBJECT}/ExtGState<</G <</ca 0.3>>>>`,
      objects: { 10: form(BOX, '/Group<</S/Transparency/I true>>') },
    },
    {},
  ],
  [
    'a square annotation',
    SENTENCE,
    annotation('/Subtype/Square/AP<</N 11 0 R>>'),
    { Kerdoncuff: 'covered' },
  ],
  [
    'a square annotation that readers draw by themselves',
    SENTENCE,
    annotation('/Subtype/Square/C[0 0 0]/IC[0 0 0]'),
    { Kerdoncuff: 'covered' },
  ],
  ['a hidden annotation', SENTENCE, annotation('/Subtype/Square/F 2/AP<</N 11 0 R>>'), {}],
  [
    'a redaction that was never done',
    SENTENCE,
    annotation('/Subtype/Redact'),
    { Kerdoncuff: 'pending' },
  ],
  [
    'a highlight annotation',
    SENTENCE,
    annotation('/Subtype/Highlight/C[1 1 0]/QuadPoints[178 710 242 710 178 696 242 696]'),
    {},
  ],
  [
    'white on white',
    `${SENTENCE} 1 g BT /F 10 Tf 72 600 Td (Kerdoncuff) Tj ET`,
    {},
    { Kerdoncuff: 'invisible' },
  ],
  [
    'words without ink',
    `BT 3 Tr /F 10 Tf 72 600 Td (Kerdoncuff) Tj ET`,
    {},
    { Kerdoncuff: 'invisible' },
  ],
  ['words without ink under a cover', `${BOX} 3 Tr ${SENTENCE}`, {}, { Kerdoncuff: 'covered' }],
  ['words off the page', `BT /F 10 Tf 700 600 Td (Kerdoncuff) Tj ET`, {}, { Kerdoncuff: 'away' }],
  [
    'words that the page cuts off',
    SENTENCE,
    { page: '/CropBox[0 0 175 842]' },
    { Kerdoncuff: 'away' },
  ],
  [
    'words in a layer that is off',
    `/OC /L BDC ${SENTENCE} EMC`,
    layer(false),
    { Kerdoncuff: 'invisible' },
  ],
  ['a cover in a layer that is off', `${SENTENCE} /OC /L BDC ${BOX} EMC`, layer(false), {}],
  [
    'a cover in a layer that is on',
    `${SENTENCE} /OC /L BDC ${BOX} EMC`,
    layer(true),
    { Kerdoncuff: 'covered' },
  ],
  [
    'an image over a name',
    `${SENTENCE} ${IMAGE_OVER}`,
    { resources: XOBJECT, objects: { 10: image() } },
    { Kerdoncuff: 'covered' },
  ],
  [
    'an image with a mask over a name',
    `${SENTENCE} ${IMAGE_OVER}`,
    { resources: XOBJECT, objects: { 10: image('/SMask 11 0 R'), 11: image() } },
    { Kerdoncuff: 'doubtful' },
  ],
  [
    'the words of a scan',
    `${IMAGE_OVER} 3 Tr ${SENTENCE}`,
    { resources: XOBJECT, objects: { 10: image() } },
    { Kerdoncuff: 'image' },
  ],
  [
    'the words of a scan under a rectangle',
    `${IMAGE_OVER} 3 Tr ${SENTENCE} ${BOX}`,
    { resources: XOBJECT, objects: { 10: image() } },
    { Kerdoncuff: 'covered' },
  ],
]

test.group('What a page keeps without showing it', () => {
  for (const [what, content, more, expected] of CASES) {
    test(`of ${what}`, async ({ assert }) => {
      const text = await wholeText(drawnPdf(content, more))
      assert.deepEqual(text!.unread, [])
      const hidden = text!.pages[0].words.filter(({ hiding }) => hiding)
      const name = hidden.filter(({ text: word }) => 'Kerdoncuff'.includes(word))
      assert.deepEqual(Object.fromEntries(name.map((one) => [one.text, one.hiding])), expected)
    })
  }

  test('nothing, when the name is under no letter of it', async ({ assert }) => {
    const text = await wholeText(drawnPdf(SENTENCE))
    assert.equal(
      text!.pages[0].words.map((one) => one.text).join(' '),
      'Nomination de Mme Kerdoncuff au grade'
    )
  })

  test('more than is compared is not read, and said so', async ({ assert }) => {
    const many = `${SENTENCE} ${'q Q '.repeat(80_000)}`
    assert.deepEqual((await wholeText(drawnPdf(many)))!.unread, [1])
  })

  test('what is no PDF gives nothing', async ({ assert }) => {
    assert.isNull(await wholeText(Buffer.from('Bonjour')))
  })
})
