import { test } from '@japa/runner'
import { inspectNow } from '#tests/helpers/inspect_now'
import { demoSigners } from './demo_signers.js'
import { appended, page, signedByHand, stream } from './handmade_pdf.js'

const CONTENT = '/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R'
/** Far from the text, which is at 72 700. */
const BESIDE = '/Rect[400 50 500 90]'

const REACHING = {
  'the leaders of a line': `/Subtype/Line${BESIDE}/L[400 60 500 60]/LL 640`,
  'its ends, as wide as itself': `/Subtype/Line${BESIDE}/L[400 60 500 60]/LE[/Circle/Circle]/BS<</W 90>>`,
  'a border': `/Subtype/Square${BESIDE}/Border[0 0 900]`,
  'a border by its style': `/Subtype/Square${BESIDE}/BS<</W 900>>`,
  'a cloud around': `/Subtype/Polygon${BESIDE}/BE<</S/C/I 900>>`,
  'a difference that widens it': `/Subtype/Square${BESIDE}/RD[-400 0 0 -700]`,
  'the icon of a note without a size': '/Subtype/Text/Rect[72 700 72 700]',
  'the window that a note opens': `/Subtype/Text${BESIDE}/Open true/Popup 32 0 R`,
  'a closed window that has a drawing': '/Subtype/Popup/Rect[60 600 250 750]/AP<</N 31 0 R>>',
  'the window that opens by itself': `/Subtype/Stamp${BESIDE}/AP<</N 31 0 R>>/Popup 33 0 R`,
}

test.group('How far a mark reaches', () => {
  for (const [what, entries] of Object.entries(REACHING)) {
    test(`${what} may cover what was signed`, async ({ assert }) => {
      assert.equal((await statusWith(entries)).status, 'to_confirm')
    })
  }

  test('a thin border and a window that stays closed cover nothing', async ({ assert }) => {
    for (const entries of ['/Border[0 0 1]', '/BS<</W 1>>', '/Open false/Popup 32 0 R'])
      assert.equal((await statusWith(`/Subtype/Text${BESIDE}${entries}`)).status, 'annotated')
    const window = '/Subtype/Popup/Rect[60 600 250 750]'
    assert.equal((await statusWith(window)).status, 'annotated')
  })
})

async function statusWith(entries: string) {
  const { mayor, anchors } = await demoSigners()
  const window = '/Type/Annot/Subtype/Popup/Rect[60 600 500 800]/Parent 30 0 R'
  const marked = appended(signedByHand(mayor, {}), {
    4: page(CONTENT, '30 0 R'),
    30: `<</Type/Annot/P 4 0 R${entries}>>`,
    31: stream('/Type/XObject/Subtype/Form/BBox[0 0 10 10]', '0 0 10 10 re f'),
    32: `<<${window}>>`,
    33: `<<${window}/Open true>>`,
  })
  return inspectNow(marked, { trustAnchors: anchors })
}
