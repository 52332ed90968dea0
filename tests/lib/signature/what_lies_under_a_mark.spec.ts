import { test } from '@japa/runner'
import { page, stream, type Objects } from './handmade_pdf.js'
import { after, square } from './said_after.js'

const EMPTY = stream('/Type/XObject/Subtype/Form/BBox[0 0 10 10]', '')
const STAMPED = '295 395 380 415'
const WITH_FONT = '/Font<</F 3 0 R>>'
const WORDS = 'BT /F 12 Tf 300 400 Td (Montant) Tj ET'
const shown: Record<string, { resources?: string; content?: string; more?: Objects }> = {
  'words of a pattern that fills the page': {
    resources: '/Pattern<</P 20 0 R>>',
    content: '/Pattern cs /P scn 0 0 595 842 re f',
    more: {
      20: stream(
        `/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 595 842]/XStep 595/YStep 842/Resources<<${WITH_FONT}>>`,
        WORDS
      ),
    },
  },
  'words through which a colour is painted': {
    content: `q BT 7 Tr /F 12 Tf 300 400 Td (Montant) Tj ET 0 0 595 842 re f Q`,
  },
  'a broad line': { content: '40 w 100 430 m 500 430 l S' },
  'a line made broad by a state': {
    resources: '/ExtGState<</G<</LW 40>>>>',
    content: '/G gs 100 430 m 500 430 l S',
  },
  'words whose font comes with a state': {
    resources: '/ExtGState<</G<</Font[3 0 R 300]>>>>',
    content: '/G gs BT 100 200 Td (M) Tj ET',
  },
  'a note that readers draw by themselves': {
    more: {
      20: `<</Type/Annot/Subtype/FreeText/F 4/Rect[${STAMPED}]/DA(/F 12 Tf)/Contents(Montant)>>`,
    },
  },
}

test.group('What lies under a mark', () => {
  for (const [what, { resources = '', content = '', more = {} }] of Object.entries(shown)) {
    test(`a stamp over ${what} is to be looked at`, async ({ assert }) => {
      const entries = `/Resources<<${WITH_FONT}${resources}>>/Contents 5 0 R`
      const report = await after(
        {
          4: page(entries, '20 0 R 30 0 R'),
          30: `<</Type/Annot/P 4 0 R/Subtype/Stamp/Rect[${STAMPED}]/AP<</N 31 0 R>>>>`,
          31: square,
        },
        { objects: { 4: page(entries, '20 0 R'), 5: stream('', content), ...more } }
      )
      assert.equal(report.status, 'to_confirm')
    })
  }

  for (const [kind, points] of Object.entries({
    Highlight: '/QuadPoints[60 720 200 720 60 690 200 690]',
    Ink: '/InkList[[60 700 200 700]]',
  })) {
    test(`an empty ${kind} is to be looked at where its points are`, async ({ assert }) => {
      const mark = (where: string) =>
        `<</Type/Annot/P 4 0 R/Subtype/${kind}/Rect[400 50 500 90]${where}/AP<</N 31 0 R>>>>`
      const entries = `/Resources<<${WITH_FONT}>>/Contents 5 0 R`
      const laid = (where: string) =>
        after({ 4: page(entries, '30 0 R'), 30: mark(where), 31: EMPTY })
      assert.equal((await laid(points)).status, 'to_confirm')
      assert.equal((await laid('')).status, 'annotated')
    })
  }
})
