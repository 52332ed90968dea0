import { test } from '@japa/runner'
import { openPdf } from '#lib/pdf/document'
import { Witness } from '#lib/pdf/witness/witness'
import { demoSigners, mayorStamp, signWith } from './demo_signers.js'

/**
 * Its page asks for object 6, which the table places in a stream where another stands; an object 6
 * lies in the file that no table names. Every reader shows a blank page. The library takes the table
 * for damaged, for its offsets of nine bytes.
 */
function misplacedContent(ranks = [0, 1]): Buffer {
  const drawing = 'BT /F1 12 Tf 72 700 Td (Jamais montre) Tj ET'
  const held = [
    [4, '<< /Type /Pages /Kids [5 0 R] /Count 1 >>'],
    [5, '<< /Type /Page /Parent 4 0 R /MediaBox [0 0 595 842] /Contents 6 0 R >>'],
  ] as const
  const bodies = held.map(([, body]) => `${body} `)
  const pairs = held.map(([number], rank) => `${number} ${bodies.slice(0, rank).join('').length} `)
  const shelf = pairs.join('') + bodies.join('')
  const objects: [number, string][] = [
    [1, '<< /Type /Catalog /Pages 4 0 R >>'],
    [6, `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`],
    [
      9,
      `<< /Type /ObjStm /N 2 /First ${pairs.join('').length} /Length ${shelf.length} >>\nstream\n${shelf}\nendstream`,
    ],
  ]
  let text = '%PDF-1.7\n'
  const offsets = new Map<number, number>()
  for (const [number, body] of objects) {
    offsets.set(number, text.length)
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  const rows: [number, number, number][] = [
    [0, 0, 65535],
    [1, offsets.get(1)!, 0],
    [2, 9, ranks[0]],
    [2, 9, ranks[1]],
    [2, 9, 0],
    [1, offsets.get(9)!, 0],
    [1, text.length, 0],
  ]
  const table = rows.map(([kind, one, two]) => {
    const row = Buffer.alloc(12)
    row[0] = kind
    row.writeUInt16BE(one, 8)
    row.writeUInt16BE(two, 10)
    return row.toString('latin1')
  })
  const start = text.length
  text += `10 0 obj<<\n/W [1 9 2] /Type /XRef /Root 1 0 R /Size 11 /Index [0 2 4 3 9 2] /Length ${table.join('').length}\n>>\nstream\n${table.join('')}\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

test.group('Repairing a damaged PDF', () => {
  test('what its own table does not give appears in no copy of ours', async ({ assert }) => {
    const damaged = misplacedContent()
    assert.isNull(new Witness(damaged).said(6))
    const opened = await openPdf(damaged)
    assert.isTrue(opened.bytes.length > damaged.length, 'it was not repaired')
    const { mayor } = await demoSigners()
    const signed = await signWith(damaged, mayor, { appearance: mayorStamp })
    for (const made of [opened.bytes, signed]) {
      assert.isNull(new Witness(made).said(6))
      assert.isNotNull(new Witness(made).dict(new Witness(made).trailer('Root')))
    }
  })

  test('an object that a table places at another rank of its stream keeps being found', async ({
    assert,
  }) => {
    const opened = await openPdf(misplacedContent([1, 0]))
    assert.isFalse(opened.pdf.recoveredViaBruteForce)
    assert.equal(opened.pdf.context.pages.getPage(0)?.objectNumber, 5)
  })
})
