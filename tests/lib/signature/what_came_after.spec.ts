import { test } from '@japa/runner'
import { coveredBy } from '#lib/pdf/content/covered'
import { demoSigners, mayorStamp, signWith } from './demo_signers.js'
import { appended, page, signedByHand, stream, type Choices, type Objects } from './handmade_pdf.js'
import { after, square } from './said_after.js'
import { samplePdf } from './sample_pdf.js'
import { inspectNow } from '#tests/helpers/inspect_now'

const CONTENT = '/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R'

/** A mark of that kind on the first page, put there after the signature. */
const marked = (entries: string): Objects => ({
  4: page(CONTENT, '30 0 R'),
  30: `<</Type/Annot/P 4 0 R${entries}>>`,
  31: square,
})
const stampAt = (rect: string) => marked(`/Subtype/Stamp/Rect[${rect}]/AP<</N 31 0 R>>`)
const BESIDE = '400 50 500 90'

const ACTIVE = [
  'Screen',
  'Movie',
  'Sound',
  '3D',
  'RichMedia',
  'FileAttachment',
  'Redact',
  'Link',
  'Nouveau',
]

test.group('What came after a signature', () => {
  test('a stamp beside the text is a mark, and the rest intact', async ({ assert }) => {
    const report = await after(stampAt(BESIDE))
    assert.equal(report.status, 'annotated')
    assert.deepEqual(report.addedAfterSigning, ['page 1\u202f: un dessin'])
  })

  test('a stamp over the text is to be looked at, with its place', async ({ assert }) => {
    const report = await after(stampAt('60 690 120 720'))
    assert.equal(report.status, 'to_confirm')
    assert.deepEqual(report.doubtfulAfterSigning, [
      'page 1, en haut à gauche (21 × 11 mm)\u202f: un dessin, marque qui recouvre du contenu signé',
    ])
  })

  test('a highlight is where its points say, whatever its drawing', async ({ assert }) => {
    const highlight = (points: string) =>
      marked(`/Subtype/Highlight/Rect[${BESIDE}]/QuadPoints[${points}]/AP<</N 31 0 R>>`)
    const aside = await after(highlight('400 90 500 90 400 50 500 50'))
    assert.equal(aside.status, 'annotated')
    assert.equal((await after(highlight('60 720 120 720 60 690 120 690'))).status, 'to_confirm')
  })

  test('a mark larger than a stamp is to be looked at wherever it stands', async ({ assert }) => {
    assert.equal((await after(stampAt('0 0 595 400'))).status, 'to_confirm')
  })

  test('a note without a drawing reaches as far as its points', async ({ assert }) => {
    const line = marked(`/Subtype/Ink/Rect[${BESIDE}]/InkList[[60 700 200 705]]`)
    assert.equal((await after(line)).status, 'to_confirm')
  })

  test('a mark of kind {$self} may act: it is to be looked at')
    .with(ACTIVE)
    .run(async ({ assert }, kind) => {
      const report = await after(marked(`/Subtype/${kind}/Rect[${BESIDE}]/AP<</N 31 0 R>>`))
      assert.equal(report.status, 'to_confirm')
    })

  test('a stamp that runs something is to be looked at', async ({ assert }) => {
    for (const action of ['/A<</S/URI/URI(http://x)>>', '/AA<</E<</S/JavaScript/JS(1)>>>>']) {
      const report = await after(marked(`/Subtype/Stamp/Rect[${BESIDE}]/AP<</N 31 0 R>>${action}`))
      assert.equal(report.status, 'to_confirm')
    }
  })

  test('a note whose window runs something, or a scene, is to be looked at', async ({ assert }) => {
    const note = marked(`/Subtype/Text/Rect[${BESIDE}]/Popup 32 0 R`)
    const window = '/Type/Annot/Subtype/Popup/Rect[400 50 500 90]'
    const runs = { ...note, 32: `<<${window}/AA<</E<</S/JavaScript/JS(1)>>>>>>` }
    assert.equal((await after(runs)).status, 'to_confirm')
    assert.equal((await after({ ...note, 32: `<<${window}>>` })).status, 'annotated')
    const scene = marked(`/Subtype/Stamp/Rect[${BESIDE}]/AP<</N 31 0 R>>/RichMediaSettings<<>>`)
    assert.equal((await after(scene)).status, 'to_confirm')
  })

  test('the stamp of a later signature that covers the page is told', async ({ assert }) => {
    const { mayor, seal, anchors } = await demoSigners()
    const first = await signWith(await samplePdf(), mayor)
    const place = { x: 0, y: 0, width: 595, height: 842 }
    const twice = await signWith(first, seal, { appearance: { ...mayorStamp, place } })
    const report = await inspectNow(twice, { trustAnchors: anchors })
    assert.equal(report.status, 'to_confirm')
    assert.match(report.doubtfulAfterSigning[0], /^page 1, .*une signature suivante/)
  })

  const ADDITIONS: [string, Objects, string?][] = [
    ['/Lang', { 1: catalogue('/Lang(en)') }],
    [
      '/Metadata',
      { 1: catalogue('/Metadata 40 0 R'), 40: stream('/Type/Metadata/Subtype/XML', '<x/>') },
    ],
    ['/StructTreeRoot', { 1: catalogue('/StructTreeRoot<</K<</S/P/ActualText(Faux)>>>>') }],
    [
      '/Outlines',
      { 1: catalogue('/Outlines<</First 40 0 R>>'), 40: '<</A<</S/URI/URI(http://x)>>>>' },
    ],
    ['/PageLabels', { 1: catalogue('/PageLabels<</Nums[0<</P(9)>>]>>') }],
    ['/ViewerPreferences', { 1: catalogue('/ViewerPreferences<</DisplayDocTitle true>>') }],
    ['/Extensions of somebody', { 1: catalogue('/Extensions<</MINE<</BaseVersion/1.7>>>>') }],
    ['an entry that nobody knows', { 1: catalogue('/Nouveau 1') }],
    ['an entry of the form that nobody knows', { 1: formWith('/Nouveau 1') }],
    ['an entry among the proofs that nobody knows', { 1: catalogue('/DSS<</Nouveau 1>>') }],
    ['a title', { 40: '<</Title(Un autre titre)>>' }, '/Info 40 0 R'],
    ['a page entry', { 4: page(`${CONTENT}/Thumb 31 0 R`), 31: square }],
  ]
  test('{0} added later is said, and not called intact')
    .with(ADDITIONS)
    .run(async ({ assert }, [, objects, trailer]) => {
      const report = await after(objects, {}, trailer)
      assert.equal(report.status, 'completed')
      assert.isNotEmpty(report.completedAfterSigning)
      assert.notEqual(report.title, 'Un autre titre')
    })

  const TAILS = [
    '\0\0\0\0',
    '5 0 obj\n<<>>\nendobj\n',
    '7 0 obj\n<</A 1>>\nendobj\nstartxref\n9\n%%EOF\n',
  ]
  test('bytes that no table names are said', async ({ assert }) => {
    const { mayor, anchors } = await demoSigners()
    const signed = signedByHand(mayor, {})
    for (const tail of [...TAILS, repeatedEnd(signed)]) {
      const file = Buffer.concat([signed, Buffer.from(tail, 'latin1')])
      const { status } = await inspectNow(file, { trustAnchors: anchors })
      assert.include(['completed', 'to_confirm', 'failed'], status, JSON.stringify(tail))
    }
    const ended = Buffer.concat([signed, Buffer.from('\r\n\n')])
    assert.equal((await inspectNow(ended, { trustAnchors: anchors })).status, 'valid')
  })

  test('proofs kept for the long term are no change', async ({ assert }) => {
    const report = await after({
      1: catalogue(
        '/DSS<</Certs[40 0 R]>>/Extensions<</ESIC<</BaseVersion/1.7/ExtensionLevel 1>>>>'
      ),
      40: stream('', 'x'),
    })
    assert.equal(report.status, 'valid')
  })

  for (const [level, allowed] of [
    [1, { mark: 'failed', fill: 'failed' }],
    [2, { mark: 'failed', fill: 'to_confirm' }],
    [3, { mark: 'annotated', fill: 'to_confirm' }],
  ] as const) {
    test(`a certification of level ${level} is honoured`, async ({ assert }) => {
      const reference = `/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P ${level}/V/1.2>>>>]`
      const form = withTextField({ signature: reference })
      assert.equal((await after(stampAt(BESIDE), { signature: reference })).status, allowed.mark)
      assert.equal((await after(filled, form)).status, allowed.fill)
      const { mayor, seal, anchors } = await demoSigners()
      if (level !== 1) return
      const certified = signedByHand(mayor, {}, { signature: reference })
      const later = appended(certified, { 1: catalogue('/DSS<<>>') })
      assert.equal((await inspectNow(later, { trustAnchors: anchors })).status, 'valid')
      // We do not sign what would make an earlier signature false
      await assert.rejects(() => signWith(certified, seal), /ne vaudrait plus/)
    })
  }

  test('a field that the signature locked is not filled', async ({ assert }) => {
    const transforms =
      '/Reference[<</TransformMethod/DocMDP/TransformParams<</P 2>>>><</TransformMethod/FieldMDP/TransformParams<</Action/Include/Fields[(Avis)]>>>>]'
    assert.equal((await after(filled, withTextField({ signature: transforms }))).status, 'failed')
  })

  test('a field filled without leave is an alteration', async ({ assert }) => {
    assert.equal((await after(filled, withTextField({}))).status, 'failed')
  })

  test('a null or a lost reference among annotations is no annotation', async ({ assert }) => {
    const objects = { 4: page(CONTENT, '30 0 R'), 30: marked(`/Subtype/Stamp/Rect[${BESIDE}]`)[30] }
    for (const nothing of ['null', '77 0 R', 'null 77 0 R null']) {
      const report = await after(objects, { annotations: nothing })
      assert.equal(report.status, 'annotated', nothing)
    }
  })

  test('two fields of one name are each compared with itself', async ({ assert }) => {
    const fields = {
      50: '<</FT/Tx/T(Avis)/V(oui)>>',
      51: '<</FT/Tx/T(Avis)/V(non)>>',
      1: `<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[91 0 R 50 0 R 51 0 R]>>>>`,
    }
    const { mayor, anchors } = await demoSigners()
    const signed = signedByHand(mayor, fields)
    const stamped = await inspectNow(appended(signed, stampAt(BESIDE)), { trustAnchors: anchors })
    assert.equal(stamped.status, 'annotated')
    const swapped = appended(signed, { 50: '<</FT/Tx/T(Avis)/V(non)>>' })
    assert.equal((await inspectNow(swapped, { trustAnchors: anchors })).status, 'failed')
  })

  test('boxes that touch are not covered, those that overlap are', ({ assert }) => {
    assert.isFalse(coveredBy([[0, 0, 10, 10]], [10, 0, 20, 10]))
    assert.isFalse(coveredBy([], [0, 0, 600, 800]))
    assert.isTrue(coveredBy([[0, 0, 10, 10]], [5, 5, 20, 20]))
    assert.isTrue(coveredBy([[0, 5, 100, 5]], [20, 0, 40, 10])) // a line has no height
    assert.isTrue(coveredBy([[5, 5, 6, 6]], [0, 0, 20, 20]))
  })
})

const filled: Objects = { 50: '<</FT/Tx/T(Avis)/V(favorable)>>' }

function withTextField(choices: Choices): Choices & { objects: Objects } {
  const fields = 'Fields[91 0 R 50 0 R]'
  return {
    ...choices,
    objects: {
      1: `<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/${fields}>>>>`,
      50: '<</FT/Tx/T(Avis)>>',
    },
  }
}

/** The catalogue of the handmade file, with more in it. */
function catalogue(entries: string): string {
  return `<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[91 0 R]>>${entries}>>`
}

function formWith(entries: string): string {
  return `<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[91 0 R]${entries}>>>>`
}

function repeatedEnd(pdf: Buffer): string {
  return `7 0 obj\n<<>>\nendobj\n${/startxref\s+\d+\s+%%EOF\s*$/.exec(pdf.toString('latin1'))![0]}`
}
