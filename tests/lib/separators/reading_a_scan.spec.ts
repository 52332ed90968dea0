import { spawnSync } from 'node:child_process'
import { test } from '@japa/runner'
import { pdfFont } from '#lib/pdf/font'
import { textLayer } from '#lib/pdf/text_layer'
import { cutPdf } from '#lib/separators/cut_pdf'
import { drawSheets } from '#lib/separators/draw_sheets'
import { readScan } from '#lib/separators/read_scan'
import { ONLY_PARTS, sheetCode } from '#lib/separators/sheet_code'
import { hasTool } from '#tests/helpers/tools'
import { HEIGHT, paperWith, scanOf, type Packing, WIDTH } from './scanned.js'

const SIREN = '213500051'
const ORDER = { ...ONLY_PARTS, typeId: '0193b1f0-0000-7000-8000-00000000a1b2', date: '2026-12-01' }
const CODE = sheetCode(SIREN, ORDER)
const FONTS = { regular: pdfFont('regular'), bold: pdfFont('semibold') }
const read = (bytes: Buffer, pages = {}) =>
  readScan({ bytes, siren: SIREN, from: 0, to: 10, ...pages })

test.group('Reading the sheets of a scan', () => {
  test('reads one packed as {$self}, upside down and dirty too')
    .with<Packing[]>(['grey', 'bits', 'fax'])
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

  test('takes for blank no page on which something is written beside its white image', async ({
    assert,
  }) => {
    const white = paperWith(null)
    const letters = 'BT /F 9 Tf 50 700 Td (Signé) Tj ET'
    const found = await read(scanOf([white, white, white], 'bits', ['', letters, '0 0 9 9 re f']))
    assert.deepEqual(found.pages, ['blank', 'page', 'page'])
  })

  test('reads only the pages that it is asked', async ({ assert }) => {
    const bytes = scanOf([paperWith(CODE), paperWith(null, { stain: true }), paperWith(CODE)])
    assert.deepEqual((await read(bytes, { from: 1, to: 2 })).pages, ['page'])
  })

  test('knows the sheets that it draws, before anybody prints them', async ({ assert }) => {
    const bytes = await drawSheets({
      ...{ code: CODE, lines: ['Type : Facture'], count: 2, member: 'Kervalan' },
      ...{ day: '2026-12-01', fonts: FONTS },
    })
    assert.deepEqual((await read(bytes)).pages, [{ sheet: ORDER }, { sheet: ORDER }])
    const { pages } = await textLayer(bytes)
    assert.include(pages[1], 'Ici commence un autre document')
    assert.include(pages[1], 'Type : Facture')
  })

  test('knows them once they were printed and scanned', async ({ assert }) => {
    const longest = { ...ORDER, spaceId: null, folderId: ORDER.typeId }
    const bytes = await drawSheets({
      ...{ code: sheetCode(SIREN, longest), lines: ['Type : Facture'], count: 1, fonts: FONTS },
      ...{ member: 'Kervalan', day: '2026-12-01' },
    })
    const scan = scanOf([pageScanned(bytes)], 'fax')
    assert.deepEqual((await read(scan)).pages, [{ sheet: longest }])
  }).skip(!hasTool('pdftoppm'), 'pdftoppm is not installed')
})

/** The first page of a PDF as a scanner of a hundred points an inch sees it. */
function pageScanned(bytes: Buffer): Uint8Array {
  const words = ['-r', '100', '-gray', '-singlefile', '-scale-to-x', String(WIDTH)]
  const { stdout } = spawnSync('pdftoppm', [...words, '-scale-to-y', String(HEIGHT), '-'], {
    input: bytes,
    maxBuffer: 10 * WIDTH * HEIGHT,
  })
  return Uint8Array.from(stdout.subarray(-WIDTH * HEIGHT), (level) => Number(level < 128))
}

test.group('Making a document of some pages of a scan', () => {
  test('gives those pages, as they were', async ({ assert }) => {
    const marks = [0, 1, 2].map((turns) => paperWith(turns === 1 ? CODE : null, { stain: true }))
    const part = await cutPdf({ bytes: scanOf(marks, 'bits'), pages: [0, 1] })
    const found = await read(part)
    assert.deepEqual(found, { count: 2, pages: ['page', { sheet: ORDER }] })
  })
})
