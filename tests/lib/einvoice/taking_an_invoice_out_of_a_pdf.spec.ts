import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { test } from '@japa/runner'
import { checkFile } from '#lib/einvoice'
import { sampleInvoice } from './sample.js'

type Attached = { name: string; bytes?: string; relationship?: string }

async function carrier(files: Attached[], options: object = {}): Promise<Buffer> {
  const pdf = new PDFDocument({ pdfVersion: '1.7', ...options })
  pdf.text('Facture')
  for (const { name, bytes = sampleInvoice(), relationship = 'Data' } of files) {
    pdf.file(Buffer.from(bytes), { name, type: 'text/xml', relationship } as never)
  }
  pdf.end()
  return buffer(pdf as never)
}

/** A PDF of that catalog, whose object 5 is the invoice; `others` are the objects from 6 on. */
function written(catalog: string, others: string[]): Buffer {
  const xml = sampleInvoice()
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
    `<</Type/EmbeddedFile/Length ${Buffer.byteLength(xml)}>>\nstream\n${xml}\nendstream`,
    '<</Type/Filespec/F(factur-x.xml)/UF(factur-x.xml)/AFRelationship/Data/EF<</F 4 0 R>>>>',
    ...others,
  ]
  const bodies = objects.map((body, rank) => `${rank + 1} 0 obj\n${body}\nendobj\n`)
  // No table of references: a reader finds the objects by reading
  return Buffer.from(`%PDF-1.7\n${bodies.join('')}trailer\n<</Root 1 0 R/Size 9>>\n%%EOF\n`)
}

const warnings = async (files: Attached[]) => {
  const outcome = await checkFile(await carrier(files))
  return { ...outcome, ids: outcome.rules.map(({ id }) => id) }
}

test.group('An invoice in a PDF', () => {
  test('is read, and judged as it is alone', async ({ assert }) => {
    const { verdict, container, ids } = await warnings([{ name: 'factur-x.xml' }])
    assert.deepEqual([verdict, container], ['valid', 'pdf'])
    assert.notInclude(ids, 'FX-FILE-NAME')
    assert.notInclude(ids, 'FX-RELATIONSHIP')
  })

  test('is read under another name or relationship, with a warning', async ({ assert }) => {
    const { verdict, ids } = await warnings([{ name: 'facture.xml', relationship: 'Unspecified' }])
    assert.equal(verdict, 'valid')
    assert.includeMembers(ids, ['FX-FILE-NAME', 'FX-RELATIONSHIP'])
  })

  test('is the one of the best name, and the other is named', async ({ assert }) => {
    const { rules, format } = await warnings([
      { name: 'ZUGFeRD-invoice.xml', bytes: '<x/>' },
      { name: 'factur-x.xml' },
    ])
    assert.equal(format, 'CII')
    assert.match(rules.find(({ id }) => id === 'FX-SECOND-XML')!.message, /ZUGFeRD-invoice\.xml/)
  })

  test('is the file that holds one, among names that say nothing', async ({ assert }) => {
    const { verdict, format } = await warnings([
      { name: 'aaa.xml', bytes: '<html/>' },
      { name: 'bbb.xml', bytes: '<html>' },
      { name: 'facture.xml' },
    ])
    assert.deepEqual([verdict, format], ['valid', 'CII'])
  })

  test('is in no PDF when a text of an XML names one', async ({ assert }) => {
    const text = sampleInvoice().replace('?>', '?><!-- %PDF-1.7 -->')
    const { verdict, container } = await checkFile(Buffer.from(text))
    assert.deepEqual([verdict, container], ['valid', null])
  })

  test('is found in branches of names that hold each other, walked once', async ({ assert }) => {
    const files = '/Names<</EmbeddedFiles 6 0 R>>'
    const kids = '<</Kids[7 0 R 6 0 R]>>'
    const last = '<</Kids[6 0 R 7 0 R]/Names[(factur-x.xml) 5 0 R]>>'
    const { verdict, rules } = await checkFile(written(files, [kids, last]))
    assert.equal(verdict, 'valid')
    assert.isTrue(rules.some(({ id }) => id === 'FX-NAME-TREE'))
  })

  test('is read from an /AF that is one file and no list', async ({ assert }) => {
    const { verdict, container } = await checkFile(written('/AF 5 0 R', []))
    assert.deepEqual([verdict, container], ['valid', 'pdf'])
  })

  test('is missing from a PDF without attachment', async ({ assert }) => {
    const { verdict, rules } = await checkFile(await carrier([]))
    assert.deepEqual([verdict, rules[0].id], ['unreadable', 'E_INVOICE_MISSING'])
  })

  test('is not taken out of a PDF that is encrypted', async ({ assert }) => {
    for (const lock of [{ userPassword: 'a' }, { ownerPassword: 'b' }]) {
      const { verdict, container, rules } = await checkFile(
        await carrier([{ name: 'factur-x.xml' }], lock)
      )
      assert.deepEqual([verdict, container, rules[0].id], ['unreadable', 'pdf', 'E_PDF_LOCKED'])
    }
  })
})
