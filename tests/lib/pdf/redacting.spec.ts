import { test } from '@japa/runner'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { newPdf } from '#lib/pdf/new_pdf'
import { pdfFont } from '#lib/pdf/font'
import { redactPdf } from '#lib/pdf/redact/redact'
import type { PageArea, RedactionOrder } from '#lib/pdf/redact/order'
import { wholeText } from '#lib/pdf/hidden/whole_text'
import { textLayer } from '#lib/pdf/text_layer'
import { run, hasTool } from '#tests/helpers/tools'
import { drawnPdf, SENTENCE, stream, type Drawn } from './drawn_pdf.js'

const NAME = 'Kerdoncuff'
const asked = (order: Partial<RedactionOrder>): RedactionOrder => ({
  ...{ words: [], pages: null, areas: [] },
  ...order,
})
const redacted = (bytes: Buffer, order: Partial<RedactionOrder>) =>
  redactPdf({ bytes, order: asked(order) })
const words = async (bytes: Buffer) => (await textLayer(Buffer.from(bytes))).pages.join(' | ')
/** The name of the sentence, on a page of 595 by 842 points. */
const OVER: PageArea = {
  page: 1,
  left: 178 / 595,
  top: 1 - 710 / 842,
  width: 64 / 595,
  height: 14 / 842,
}
const FORM = '/XObject<</Kerdoncuff 10 0 R>>'

test.group('Redacting a PDF', () => {
  test('takes away the letters, and leaves the others at their place', async ({ assert }) => {
    const { bytes, pages } = await redacted(drawnPdf(SENTENCE), { words: ['kerdoncuff'] })
    assert.equal(await words(bytes), 'Nomination de Mme au grade')
    assert.deepEqual(pages, [{ page: 1, letters: 10, areas: 0, images: 0 }])
    const [{ words: left }] = (await wholeText(bytes))!.pages
    assert.deepEqual(
      left,
      'Nomination de Mme au grade'.split(' ').map((text) => ({ text, hiding: null }))
    )
    assert.notInclude(bytes.toString('latin1'), NAME)
  })

  for (const [how, content] of [
    ['in pieces', 'BT /F 10 Tf 72 700 Td [(Mme Ker) -20 (don) 30 (cuff au grade)] TJ ET'],
    [
      'on a line of its own',
      'BT /F 10 Tf 12 TL 72 700 Td (Mme) Tj (Kerdoncuff) \' 1 2 (au grade) " ET',
    ],
    [
      'cut at the end of a line',
      'BT /F 10 Tf 12 TL 72 700 Td (Mme Kerdon-) Tj T* (cuff au grade) Tj ET',
    ],
    [
      'with spaced letters',
      'BT /F 10 Tf 3 Tc 72 700 Td (Mme) Tj 80 0 Td (Kerdoncuff) Tj 0 -20 Td (au grade) Tj ET',
    ],
    ['unseen, as those of a scan', 'BT 3 Tr /F 10 Tf 72 700 Td (Mme Kerdoncuff au grade) Tj ET'],
  ] as const) {
    test(`takes away a name written ${how}`, async ({ assert }) => {
      const { bytes } = await redacted(drawnPdf(content), { words: [NAME] })
      const said = (await words(bytes)).replace(/\W/g, '')
      assert.equal(said, 'Mmeaugrade')
    })
  }

  test('takes away a name of a tight line, of which a fifth of a letter parts the words', async ({
    assert,
  }) => {
    const tight = 'BT /F 10 Tf 72 700 Td [(Madam) -200 (Kerdoncuff) -200 (au grade)] TJ ET'
    const { bytes } = await redacted(drawnPdf(tight), { words: [NAME] })
    assert.equal((await words(bytes)).replace(/\W/g, ''), 'Madamaugrade')
  })

  test('takes away what is under an area, and nothing beside it', async ({ assert }) => {
    const { bytes, pages } = await redacted(drawnPdf(SENTENCE), { areas: [OVER] })
    assert.equal(await words(bytes), 'Nomination de Mme au grade')
    assert.deepEqual(pages, [{ page: 1, letters: 10, areas: 1, images: 0 }])
  })

  test('finds an area where a page that is turned shows it', async ({ assert }) => {
    // Turned a quarter clockwise, what was at the left is at the top
    const area = { page: 1, left: 696 / 842, top: 178 / 595, width: 14 / 842, height: 64 / 595 }
    const turned = drawnPdf(SENTENCE, { page: '/Rotate 90' })
    const { bytes } = await redacted(turned, { areas: [area] })
    assert.equal(await words(bytes), 'Nomination de Mme au grade')
  })

  test('keeps a word inside another', async ({ assert }) => {
    const page = drawnPdf('BT /F 10 Tf 72 700 Td (Le Goff, lettre du golfe) Tj ET')
    const { bytes } = await redacted(page, { words: ['le goff'] })
    assert.equal(await words(bytes), ', lettre du golfe')
  })

  test('says which word it does not find', async ({ assert }) => {
    const refused = redacted(drawnPdf(SENTENCE), { words: ['Tanguy'] })
    await assert.rejects(() => refused, /« Tanguy » ne se lit sur aucune/)
  })

  for (const [what, more] of [
    ['the properties', { trailer: '/Info 10 0 R', objects: { 10: `<</Title(${NAME})>>` } }],
    [
      'the outline',
      {
        catalogue: '/Outlines 10 0 R',
        objects: {
          10: '<</First 11 0 R/Last 11 0 R/Count 1>>',
          11: `<</Title(${NAME})/Parent 10 0 R>>`,
        },
      },
    ],
    [
      'XMP',
      {
        catalogue: '/Metadata 10 0 R',
        objects: { 10: stream('/Type/Metadata/Subtype/XML', `<x>${NAME}</x>`) },
      },
    ],
    [
      'an annotation',
      {
        page: '/Annots[10 0 R]',
        objects: { 10: `<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(${NAME})>>` },
      },
    ],
    [
      'a field',
      {
        page: '/Annots[10 0 R]',
        catalogue: '/AcroForm<</Fields[10 0 R]>>',
        objects: { 10: `<</Type/Annot/Subtype/Widget/FT/Tx/T(nom)/V(${NAME})/Rect[0 0 9 9]>>` },
      },
    ],
    [
      'a file that is joined',
      {
        catalogue: '/Names<</EmbeddedFiles<</Names[(a)10 0 R]>>>>',
        objects: {
          10: `<</Type/Filespec/F(${NAME}.txt)/EF<</F 11 0 R>>>>`,
          11: stream('/Type/EmbeddedFile', NAME),
        },
      },
    ],
    [
      'a thumbnail',
      {
        page: '/Thumb 10 0 R',
        objects: { 10: stream('/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray', NAME) },
      },
    ],
    [
      'a form that is not drawn',
      {
        resources: FORM,
        objects: {
          10: stream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]', `BT /F 10 Tf (${NAME}) Tj ET`),
        },
      },
    ],
  ] as [string, Drawn][]) {
    test(`leaves ${what} behind`, async ({ assert }) => {
      const { bytes } = await redacted(drawnPdf(SENTENCE, more), { words: [NAME] })
      assert.notInclude(bytes.toString('latin1'), NAME)
      assert.equal(await words(bytes), 'Nomination de Mme au grade')
    })
  }

  test('leaves behind the versions under the last one, and what is said in the place of a word', async ({
    assert,
  }) => {
    const content = `/Span<</ActualText(${NAME})>>BDC ${SENTENCE} EMC`
    const first = drawnPdf(content)
    const later = Buffer.concat([
      first,
      Buffer.from(`\n% ${NAME}\n`),
      first.subarray(first.indexOf('xref\n')),
    ])
    const { bytes } = await redacted(later, { words: [NAME] })
    assert.notInclude(bytes.toString('latin1'), NAME)
  })

  test('takes away what a form writes, at one of the two places where it is drawn', async ({
    assert,
  }) => {
    const objects = {
      10: stream(
        '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>',
        SENTENCE
      ),
    }
    const twice = drawnPdf('/Kerdoncuff Do q 1 0 0 1 0 -200 cm /Kerdoncuff Do Q', {
      resources: FORM,
      objects,
    })
    const { bytes, pages } = await redacted(twice, { areas: [OVER] })
    const [{ words: said }] = (await wholeText(bytes))!.pages
    assert.equal(
      said.map(({ text }) => text).join(' '),
      `Nomination de Mme au grade Nomination de Mme ${NAME} au grade`
    )
    assert.equal(pages[0].letters, 10)
  })

  test('is told nothing by tools that are not ours', async ({ assert }) => {
    if (!hasTool('qpdf') || !hasTool('pdftotext')) return
    const bytes = await written([
      'Mme Élodie Kerdoncuff est nommée.',
      'Le fichier de la flûte œuvre.',
    ])
    const { bytes: out } = await redacted(bytes, { words: ['elodie kerdoncuff', 'oeuvre'] })
    const { output: text } = run('pdftotext', ['-layout', '-', '-'], out)
    assert.include(text, 'est nommée')
    assert.notMatch(text, /lodie|Kerdoncuff|œuvre/)
    assert.include(text, 'Le fichier de la flûte')
    const at = join(await mkdtemp(join(tmpdir(), 'redacted-')), 'copy.pdf')
    await writeFile(at, out)
    assert.include(run('qpdf', ['--check', at]).output, 'No syntax or stream encoding errors')
    await rm(dirname(at), { recursive: true })
  })
})

/** A PDF as our own pages are written: a font of two bytes a letter, packed. */
async function written(lines: string[]): Promise<Buffer> {
  const pdf = await newPdf({ info: { Title: NAME } })
  pdf.font(pdfFont('regular'))
  for (const line of lines) pdf.text(line)
  pdf.end()
  const parts: Buffer[] = []
  for await (const part of pdf) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
