import { test } from '@japa/runner'
import { cutAt, type ScannedPage } from '#lib/separators/cut_at'

const A = { sheet: 'A' }
const B = { sheet: 'B' }
const CASES: [string, ScannedPage<string>[], [string | null, number[]][]][] = [
  ['without a sheet, nothing is cut', ['page', 'page'], []],
  ['a scan of no page', [], []],
  ['a sheet at the head', [A, 'page', 'page'], [['A', [1, 2]]]],
  [
    'pages before the first sheet',
    ['page', A, 'page'],
    [
      [null, [0]],
      ['A', [2]],
    ],
  ],
  [
    'two documents',
    [A, 'page', B, 'page'],
    [
      ['A', [1]],
      ['B', [3]],
    ],
  ],
  ['a sheet at the end', [A, 'page', B], [['A', [1]]]],
  ['two in a row: the last one speaks', [A, B, 'page'], [['B', [2]]]],
  ['only sheets', [A, B], []],
  ['the white back of a sheet', [A, 'blank', 'page'], [['A', [2]]]],
  [
    'a white page elsewhere is kept',
    [A, 'page', 'blank', B, 'page'],
    [
      ['A', [1, 2]],
      ['B', [4]],
    ],
  ],
  ['a second white page after a sheet is kept', [A, 'blank', 'blank', 'page'], [['A', [2, 3]]]],
  ['a sheet on the back of a white page', ['blank', A, 'page'], [['A', [2]]]],
  ['nothing but white between two sheets', [A, 'blank', 'blank', B, 'page'], [['B', [4]]]],
]

test.group('Cutting a scan at its sheets', () => {
  test('{0}')
    .with(CASES)
    .run(({ assert }, [, pages, parts]) => {
      assert.deepEqual(
        cutAt(pages).map(({ sheet, pages: kept }) => [sheet, kept]),
        parts
      )
    })

  test('never loses a page that has something, nor keeps a sheet', ({ assert }) => {
    for (const [, pages] of CASES) {
      const kept = cutAt(pages).flatMap((part) => part.pages)
      if (kept.length === 0) continue
      for (const [index, page] of pages.entries()) {
        if (page === 'page') assert.include(kept, index)
        if (typeof page === 'object') assert.notInclude(kept, index)
      }
    }
  })
})
