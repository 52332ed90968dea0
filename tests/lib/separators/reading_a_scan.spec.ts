import { test } from '@japa/runner'
import { pdfFont } from '#lib/pdf/font'
import { textLayer } from '#lib/pdf/text_layer'
import { cutPdf } from '#lib/separators/cut_pdf'
import { drawSheets } from '#lib/separators/draw_sheets'
import { readScan } from '#lib/separators/read_scan'
import { ONLY_PARTS, sheetCode } from '#lib/separators/sheet_code'
import { paperWith, scanOf, type Packing } from './scanned.js'

const SIREN = '213500051'
const ORDER = { ...ONLY_PARTS, typeId: '0193b1f0-0000-7000-8000-00000000a1b2', date: '2026-12-01' }
const CODE = sheetCode(SIREN, ORDER)
const read = (bytes: Buffer, pages = {}) =>
  readScan({ bytes, siren: SIREN, from: 0, to: 10, ...pages })

test.group('Reading the sheets of a scan', () => {
  test('reads one packed as {$self}, upside down and dirty too')
    .with<Packing[]>(['grey', 'bits'])
    .run(async ({ assert }, packing) => {
      const pages = [
        paperWith(CODE),
        paperWith(CODE, { turns: 2, noise: 0.02 }),
        paperWith(null, { stain: true }),
        paperWith(null),
      ]
      const found = await read(scanOf(pages, packing))
      assert.deepEqual(found, {
        count: 4,
        pages: [{ sheet: ORDER }, { sheet: ORDER }, 'page', 'blank'],
      })
    })

  test('takes no strange code for a sheet, nor the sheet of another member', async ({ assert }) => {
    const pages = ['https://example.org/facture/1', sheetCode('200000008', ORDER), `${CODE}0`]
    const found = await read(scanOf(pages.map((text) => paperWith(text))))
    assert.deepEqual(found.pages, ['page', 'page', 'page'])
  })

  test('keeps as a page what is packed as a fax, which it cannot read', async ({ assert }) => {
    const found = await read(scanOf([paperWith(CODE), paperWith(null)], 'fax'))
    assert.deepEqual(found.pages, ['page', 'page'])
  })

  test('reads only the pages that it is asked', async ({ assert }) => {
    const bytes = scanOf([paperWith(CODE), paperWith(null, { stain: true }), paperWith(CODE)])
    assert.deepEqual((await read(bytes, { from: 1, to: 2 })).pages, ['page'])
  })

  test('knows the sheets that it draws, before anybody prints them', async ({ assert }) => {
    const fonts = { regular: pdfFont('regular'), bold: pdfFont('semibold') }
    const bytes = await drawSheets({
      ...{ code: CODE, lines: ['Type : Facture'], count: 2, member: 'Kervalan' },
      ...{ day: '2026-12-01', fonts },
    })
    assert.deepEqual((await read(bytes)).pages, [{ sheet: ORDER }, { sheet: ORDER }])
    const { pages } = await textLayer(bytes)
    assert.include(pages[1], 'Ici commence un autre document')
    assert.include(pages[1], 'Type : Facture')
  })
})

test.group('Making a document of some pages of a scan', () => {
  test('gives those pages, as they were', async ({ assert }) => {
    const marks = [0, 1, 2].map((turns) => paperWith(turns === 1 ? CODE : null, { stain: true }))
    const part = await cutPdf({ bytes: scanOf(marks, 'bits'), pages: [0, 1] })
    const found = await read(part)
    assert.deepEqual(found, { count: 2, pages: ['page', { sheet: ORDER }] })
  })
})
