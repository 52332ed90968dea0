import { test } from '@japa/runner'
import { wholeText } from '#lib/pdf/hidden/whole_text'
import { drawnPdf, SENTENCE, stream, type Drawn } from './drawn_pdf.js'

const annotation = (entries: string): Drawn => ({
  page: '/Annots[10 0 R]',
  objects: { 10: `<</Type/Annot/F 4/Rect[178 696 242 710]${entries}>>` },
})
const range = (count: number, one: (rank: number) => string) =>
  Array.from({ length: count }, (_, rank) => one(rank)).join(' ')

/** How the name is hidden, by what hides it; null where it is read. */
const CASES: [string, string, Drawn, string | null][] = [
  ['a circle', SENTENCE, annotation('/Subtype/Circle/IC[0 0 0]/C[0 0 0]'), 'covered'],
  [
    'a polygon',
    SENTENCE,
    annotation('/Subtype/Polygon/IC[0 0 0]/Vertices[178 696 242 696 242 710 178 710]'),
    'covered',
  ],
  [
    'a black highlight',
    SENTENCE,
    annotation('/Subtype/Highlight/C[0 0 0]/QuadPoints[178 710 242 710 178 696 242 696]'),
    'covered',
  ],
  ['a thin square', SENTENCE, annotation('/Subtype/Square/IC[0 0 0]/CA 0.3'), null],
  ['a note that readers draw', SENTENCE, annotation('/Subtype/FreeText/C[1 1 1]'), 'doubtful'],
  [
    'ink that readers draw',
    SENTENCE,
    annotation('/Subtype/Ink/BS<</W 14>>/InkList[[178 703 242 703]]'),
    'doubtful',
  ],
  [
    'a pattern',
    `${SENTENCE} /Pattern cs /P scn 178 696 64 14 re f`,
    {
      resources: '/Pattern<</P 10 0 R>>',
      objects: {
        10: stream(
          '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<<>>',
          '0 0 9 9 re f'
        ),
      },
    },
    'doubtful',
  ],
  [
    'an inline image',
    `${SENTENCE} q 64 0 0 14 178 696 cm BI /W 1 /H 1 /BPC 8 /CS /G ID a EI Q`,
    {},
    'covered',
  ],
  ['four inks', `${SENTENCE} 0 0 0 1 k 178 696 64 14 re f`, {}, 'covered'],
  ['no ink of four', `0 0 0 0 k ${SENTENCE}`, {}, 'invisible'],
  [
    'a turned rectangle',
    `${SENTENCE} q 0.9 0.1 -0.1 0.9 176 688 cm 0 0 76 24 re f Q`,
    {},
    'covered',
  ],
  [
    'a rectangle over turned words',
    'BT /F 10 Tf 0 1 -1 0 200 300 Tm (Kerdoncuff) Tj ET 0 g 190 298 14 66 re f',
    {},
    'covered',
  ],
  ['letters too small', 'BT /F 0.2 Tf 72 600 Td (Kerdoncuff) Tj ET', {}, 'invisible'],
  ['letters without width', 'BT /F 10 Tf 0 Tz 72 600 Td (Kerdoncuff) Tj ET', {}, 'invisible'],
  ['a white outline', '1 G BT /F 10 Tf 1 Tr 72 600 Td (Kerdoncuff) Tj ET', {}, 'invisible'],
  [
    'a mask',
    `/G gs ${SENTENCE}`,
    {
      resources: '/ExtGState<</G<</SMask<</S/Luminosity/G 10 0 R>>>>>>',
      objects: {
        10: stream(
          '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency/CS/DeviceGray>>',
          '0 g 0 0 595 842 re f'
        ),
      },
    },
    'doubtful',
  ],
  ['no opacity', `/G gs ${SENTENCE}`, { resources: '/ExtGState<</G<</ca 0>>>>' }, 'invisible'],
  ['a clip', `q 0 0 10 10 re W n ${SENTENCE} Q`, {}, 'away'],
  [
    'many thin rectangles together',
    `${SENTENCE} ${range(14, (rank) => `178 ${696 + rank} 64 1 re f`)}`,
    {},
    'covered',
  ],
  [
    'a rectangle for each letter',
    `${SENTENCE} ${range(10, (rank) => `${180 + 6 * rank} 696 6 14 re f`)}`,
    {},
    'covered',
  ],
  [
    'a curve',
    `${SENTENCE} 178 696 m 178 696 242 690 242 696 c 242 710 l 178 710 l h f`,
    {},
    'covered',
  ],
  ['a form field', SENTENCE, annotation('/Subtype/Widget/FT/Tx/T(a)'), 'doubtful'],
]

test.group('A name is hidden', () => {
  for (const [what, content, more, expected] of CASES) {
    test(`${expected ? '' : 'not '}by ${what}`, async ({ assert }) => {
      const text = await wholeText(drawnPdf(content, more))
      const name = text!.pages[0].words.find((word) => word.text === 'Kerdoncuff')
      assert.equal(name?.hiding, expected)
    })
  }
})
