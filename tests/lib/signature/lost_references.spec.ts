import { test } from '@japa/runner'
import { inspectNow } from '#tests/helpers/inspect_now'
import { demoSigners } from './demo_signers.js'
import { appended, page, signedByHand, stream, type Objects } from './handmade_pdf.js'

const CONTENT = '/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R'
const COVERING = {
  4: page(CONTENT, '30 0 R'),
  30: '<</Type/Annot/P 4 0 R/Subtype/Stamp/Rect[60 690 120 720]/AP<</N 31 0 R>>>>',
  31: stream('/Type/XObject/Subtype/Form/BBox[0 0 10 10]', '0 0 10 10 re f'),
}
const FAR = { ...COVERING, 30: COVERING[30].replace('60 690 120 720', '400 100 460 130') }
const CATALOGUE = '<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[91 0 R]>>>>'

/** One more update, which only says that an object is free. */
function freeing(pdf: Buffer, number: number): Buffer {
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1'))![1]
  const table = `xref\n${number} 1\n0000000000 65535 f \ntrailer\n<</Size 100/Root 1 0 R/Prev ${previous}>>\n`
  return Buffer.concat([pdf, Buffer.from(`${table}startxref\n${pdf.length}\n%%EOF\n`)])
}

/** The last line of that section is given to the number beside it. */
function misnumbered(pdf: Buffer, number: number): Buffer {
  const at = pdf.lastIndexOf(`\n${number} 1\n`)
  const copy = Buffer.from(pdf)
  copy.write(String(number + 20), at + 1, 'latin1')
  return copy
}

/** One more update, which only places an object twice: some readers heed the first, others the last. */
function contesting(pdf: Buffer, number: number, places: number[]): Buffer {
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1'))![1]
  const rows = places.map((at) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
  const table = `xref\n${rows.join('')}trailer\n<</Size 100/Root 1 0 R/Prev ${previous}>>\n`
  return Buffer.concat([pdf, Buffer.from(`${table}startxref\n${pdf.length}\n%%EOF\n`)])
}

test.group('What a file names, and its tables do not give', () => {
  const signed = async (objects: Objects = {}) =>
    signedByHand((await demoSigners()).mayor, objects, { annotations: '' })
  const statusOf = async (pdf: Buffer) =>
    (await inspectNow(pdf, { trustAnchors: (await demoSigners()).anchors })).status

  test('a mark that a later table frees is doubtful still', async ({ assert }) => {
    assert.equal(await statusOf(freeing(appended(await signed(), COVERING), 30)), 'to_confirm')
  })

  test('so is one that the table gives to another number', async ({ assert }) => {
    const pdf = misnumbered(appended(await signed(), COVERING), 30)
    assert.equal(await statusOf(pdf), 'to_confirm')
  })

  test('so is a mark whose drawing is freed', async ({ assert }) => {
    assert.equal(await statusOf(appended(await signed(), FAR)), 'annotated')
    assert.equal(await statusOf(freeing(appended(await signed(), FAR), 31)), 'to_confirm')
  })

  test('so is a page that a table places at two places, whichever comes first', async ({
    assert,
  }) => {
    const pdf = appended(await signed(), COVERING)
    const [old, latest] = [pdf.indexOf('\n4 0 obj') + 1, pdf.lastIndexOf('\n4 0 obj') + 1]
    assert.equal(await statusOf(contesting(pdf, 4, [latest, old])), 'to_confirm')
    assert.equal(await statusOf(contesting(pdf, 4, [old, latest])), 'to_confirm')
  })

  test('but the same place said twice is no doubt', async ({ assert }) => {
    const pdf = await signed()
    const at = pdf.indexOf('\n4 0 obj') + 1
    assert.equal(await statusOf(contesting(pdf, 4, [at, at])), 'valid')
  })

  test('pages named by a generation that nobody wrote are doubtful', async ({ assert }) => {
    const pdf = appended(await signed(), { 1: CATALOGUE.replace('2 0 R', '2 8 R') })
    assert.equal(await statusOf(pdf), 'to_confirm')
  })

  test('an object that the signed page named in vain is not given afterwards', async ({
    assert,
  }) => {
    const vain = await signed({ 4: page(CONTENT, '30 0 R') })
    const given = appended(vain, { 30: COVERING[30], 31: COVERING[31] })
    assert.equal(await statusOf(freeing(given, 30)), 'to_confirm')
  })

  test('what was named in vain when it was signed says nothing of later updates', async ({
    assert,
  }) => {
    const vain = await signed({ 4: page(CONTENT, '30 0 R') })
    assert.equal(await statusOf(appended(vain, { 1: CATALOGUE })), 'valid')
  })

  test('an object freed that nothing names any more is none of the document', async ({
    assert,
  }) => {
    const gone = appended(appended(await signed(), FAR), { 4: page(CONTENT, '') })
    assert.equal(await statusOf(freeing(freeing(gone, 30), 31)), 'valid')
  })

  test('a key that an update says twice is doubtful, whichever value the library reads', async ({
    assert,
  }) => {
    const twice = (first: string, last: string) => `/Contents ${first}/Contents ${last}`
    const drawn = '/Resources<</Font<</F 3 0 R>>>>'
    const other = { 40: stream('', 'BT /F 12 Tf 72 700 Td (900 000 euros) Tj ET') }
    const updated = async (entries: string) =>
      statusOf(appended(await signed(), { 4: page(`${drawn}${entries}`, ''), ...other }))
    assert.equal(await updated(twice('40 0 R', '5 0 R')), 'to_confirm')
    assert.equal(await updated(twice('5 0 R', '40 0 R')), 'failed')
    const root = appended(await signed(), { 50: CATALOGUE }, '/Root 50 0 R')
    assert.equal(await statusOf(root), 'to_confirm')
  })

  test('a key said twice when it was signed may be copied as it was', async ({ assert }) => {
    const double = `${CONTENT}/Contents 5 0 R`
    const pdf = await signed({ 4: page(double) })
    const marked = { ...FAR, 4: page(double, '30 0 R') }
    assert.equal(await statusOf(appended(pdf, marked)), 'annotated')
  })
})
