import { inflateSync } from 'node:zlib'
import { test } from '@japa/runner'
import type { RedactionOrder } from '#lib/pdf/redact/order'
import { redactPdf } from '#lib/pdf/redact/redact'
import { BARE } from '#tests/helpers/jpeg'
import { bitsOf } from '#tests/lib/images/encode_fax'
import { HEIGHT, paperWith, scanOf, WIDTH } from '#tests/lib/separators/scanned'
import { drawnPdf, SENTENCE, stream } from './drawn_pdf.js'

const NAME = 'Kerdoncuff'
const FORM = '/XObject<</Kerdoncuff 10 0 R>>'
const OVER = { page: 1, left: 178 / 595, top: 1 - 710 / 842, width: 64 / 595, height: 14 / 842 }
const redacted = (bytes: Buffer, order: Partial<RedactionOrder>) =>
  redactPdf({ bytes, order: { words: [], pages: null, areas: [], ...order } })

test.group('Redacting what a PDF draws', () => {
  test('replaces the points of an image, and of those only what is under', async ({ assert }) => {
    const [width, height] = [100, 50]
    const image = stream(
      `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/DeviceGray`,
      'Z'.repeat(width * height)
    )
    const page = drawnPdf('q 200 0 0 100 100 600 cm /Kerdoncuff Do Q', {
      resources: FORM,
      objects: { 10: image },
    })
    const area = {
      page: 1,
      left: 100 / 595,
      top: 1 - 700 / 842,
      width: 99 / 595,
      height: 49 / 842,
    }
    const { bytes, pages } = await redacted(page, { areas: [area] })
    assert.equal(pages[0].images, 1)
    assert.notInclude(bytes.toString('latin1'), 'Z'.repeat(width))
    const samples = imageSamples(bytes)
    assert.equal(samples.length, width * height)
    // A half of its width and a half of its height, and a point more on each side
    assert.equal(samples.filter((one) => one === 0).length, 51 * 26)
    assert.equal(samples.filter((one) => one === 0x5a).length, width * height - 51 * 26)
  })

  test('replaces the points of a photograph, and leaves its notes behind', async ({ assert }) => {
    const exif = Buffer.concat([Buffer.from('ffe10010', 'hex'), Buffer.from('Kerdoncuff1234')])
    const photograph = Buffer.concat([BARE.subarray(0, 2), exif, BARE.subarray(2)])
    const entries = '/Width 40/Height 32/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode'
    const image = stream(`/Type/XObject/Subtype/Image${entries}`, photograph.toString('latin1'))
    const content = `${SENTENCE} q 200 0 0 160 100 400 cm /Kerdoncuff Do Q`
    const page = drawnPdf(content, { resources: FORM, objects: { 10: image } })
    const kept = await redacted(page, { words: [NAME] })
    assert.include(
      kept.bytes.toString('latin1'),
      '/DCTDecode',
      'untouched, it stays as it is packed'
    )
    assert.notInclude(kept.bytes.toString('latin1'), NAME)
    const area = { page: 1, left: 100 / 595, top: 1 - 560 / 842, width: 0.1, height: 160 / 842 }
    const { bytes } = await redacted(page, { areas: [area] })
    assert.notInclude(bytes.toString('latin1'), '/DCTDecode')
    const samples = imageSamples(bytes)
    assert.equal(samples.length, 40 * 32 * 3)
    assert.isTrue([0, 1, 2].every((at) => samples[at] === 0))
    const side = samples.subarray(39 * 3, 40 * 3)
    assert.isTrue(
      side.some((one) => one > 0),
      'its other side is as it was'
    )
  })

  test('replaces the points of a scan packed as a fax, and refuses one that is cut', async ({
    assert,
  }) => {
    const dots = paperWith('Kerdoncuff', { noise: 0.01 })
    const scan = scanOf([dots], 'fax')
    const area = { page: 1, left: 0.3, top: 0.3, width: 0.2, height: 0.1 }
    const { bytes } = await redacted(scan, { areas: [area] })
    const expected = Uint8Array.from(dots)
    const [left, right] = [Math.floor(0.3 * WIDTH) - 1, Math.ceil(0.5 * WIDTH) + 1]
    for (let y = Math.floor(0.3 * HEIGHT) - 1; y < Math.ceil(0.4 * HEIGHT) + 1; y++) {
      expected.fill(1, y * WIDTH + left, y * WIDTH + right)
    }
    const points = bitsOf({ dots: expected, width: WIDTH, height: HEIGHT })
    assert.isTrue(imageSamples(bytes).equals(points))
    const text = scan.toString('latin1').replace(/\/Rows \d+/, '/Rows 9999')
    const longer = Buffer.from(text.replace(/\/Height \d+/, '/Height 1200'), 'latin1')
    await assert.rejects(() => redacted(longer, { areas: [area] }))
  })

  test('takes away letters drawn as outlines, and says when a drawing mixes both', async ({
    assert,
  }) => {
    const letter = '180 698 m 184 698 l 190 708 l 183 707 l h f'
    const { bytes } = await redacted(drawnPdf(`${SENTENCE} ${letter}`), { areas: [OVER] })
    assert.include(bytes.toString('latin1'), '183 707 l h n')
    const many = Array.from({ length: 30 }, (_, at) => `${72 + at * 10} 700 l`).join(' ')
    const mixed = drawnPdf(`${SENTENCE} 72 700 m ${many} f`)
    await assert.rejects(() => redacted(mixed, { areas: [OVER] }), /un dessin y mêle/)
  })

  test('refuses what it could not take away: layers, a locked file, words in a pattern', async ({
    assert,
  }) => {
    const layers = {
      catalogue: '/OCProperties<</OCGs[10 0 R]/D<<>>>>',
      objects: { 10: '<</Type/OCG/Name(Noms)>>' },
    }
    await assert.rejects(() => redacted(drawnPdf(SENTENCE, layers), { words: [NAME] }), /calques/)
    const pattern = stream(
      '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 99 99]/XStep 99/YStep 99/Resources<</Font<</F 3 0 R>>>>',
      `BT /F 10 Tf (${NAME}) Tj ET`
    )
    const drawn = { resources: '/Pattern<</P 10 0 R>>', objects: { 10: pattern } }
    const page = drawnPdf(`${SENTENCE} /Pattern cs /P scn 0 0 99 99 re f`, drawn)
    await assert.rejects(() => redacted(page, { words: [NAME] }), /motif/)
  })
})

/** The points of the one image of a PDF that we wrote. */
function imageSamples(bytes: Buffer): Buffer {
  const at = bytes.indexOf('stream\n', bytes.indexOf('/Subtype /Image')) + 7
  return inflateSync(bytes.subarray(at, bytes.indexOf('\nendstream', at)))
}
