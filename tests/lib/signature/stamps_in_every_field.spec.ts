import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { stampPdf } from '#app/actes/stamping/stamp_pdf'
import { Dict, Name, Ref, Stream, type Value } from '#lib/pdf/witness/values'
import { Witness } from '#lib/pdf/witness/witness'
import { inspectNow } from '#tests/helpers/inspect_now'
import { run } from '#tests/helpers/tools'
import { demoSigners, mayorStamp, signWith } from './demo_signers.js'
import { handmadePdf, page } from './pdf_by_hand.js'

const mark = { identifier: '035-213500012-20261122-D1-DE', receivedOn: '22 novembre 2026' }

const signed = async (pdf: Buffer, fieldName?: string) =>
  signWith(pdf, (await demoSigners()).mayor, { appearance: mayorStamp, fieldName })

/** The annotations of the first page that draw something: what they are, where, how turned. */
function drawnOn(pdf: Buffer) {
  const witness = new Witness(pdf)
  const numbers = (value: Value) => witness.list(value).map(Number)
  const items = witness.list(witness.dict(new Ref(3, 0))!.get('Annots'))
  return items.flatMap((item) => {
    const annotation = witness.dict(item)
    const [left, bottom, right, top] = numbers(annotation?.get('Rect') ?? null)
    const drawing = witness.resolve(witness.dict(annotation?.get('AP') ?? null)?.get('N') ?? null)
    if (!annotation || !(drawing instanceof Stream) || right === left) return []
    const subtype = annotation.get('Subtype')
    return [
      {
        subtype: subtype instanceof Name ? subtype.bytes : null,
        size: [right - left, top - bottom],
        box: numbers(drawing.dict.get('BBox')).slice(2),
        matrix: numbers(drawing.dict.get('Matrix'))
          .slice(0, 4)
          .map((one) => one + 0),
      },
    ]
  })
}

/** Whether poppler draws more than a hundred dark points there, in points from the foot of the page. */
function darkAt(pdf: Buffer, at: { x: number; y: number; width: number; height: number }): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'halle-drawn-'))
  try {
    writeFileSync(join(folder, 'signed.pdf'), pdf)
    run('pdftoppm', ['-r', '72', '-gray', join(folder, 'signed.pdf'), join(folder, 'page')])
    const drawn = readFileSync(join(folder, 'page-1.pgm'))
    const grey = drawn.subarray(drawn.length - 595 * 842)
    let dark = 0
    for (let y = at.y; y < at.y + at.height; y++) {
      for (let x = at.x; x < at.x + at.width; x++) if (grey[(842 - y) * 595 + x] < 150) dark++
    }
    return dark > 100
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A signature field that waits on the first page, 200 by 50 points as it is read. */
function waiting(ofPage: string, ofField = '', size = '200 50') {
  const [width, height] = size.split(' ').map(Number)
  const rect = `[100 100 ${100 + width} ${100 + height}]`
  const field = `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Maire) /F 4 /Rect ${rect} ${ofField} >>`
  const catalogue = '/AcroForm << /Fields [6 0 R] >>'
  return handmadePdf([page(`${ofPage} /Annots [6 0 R]`), field], { catalogue })
}

test.group('A form whose fields readers draw themselves', () => {
  const text =
    '<< /Type /Annot /Subtype /Widget /FT /Tx /T (Avis) /V (Favorable) /F 4 /Rect [72 600 272 620] /DA (/Helv 12 Tf 0 g) >>'
  const form = (more = '') =>
    handmadePdf([page('/Annots [6 0 R]'), text], {
      catalogue: `/AcroForm << /NeedAppearances true /Fields [6 0 R] /DR << /Font << /Helv 4 0 R >> >> >> ${more}`,
    })

  test('the stamp is drawn beside its field, and both are in what is signed', async ({
    assert,
  }) => {
    const { anchors, seal } = await demoSigners()
    const once = await signed(form())
    assert.deepEqual(
      drawnOn(once).map(({ subtype }) => subtype),
      ['Stamp']
    )
    assert.equal((await inspectNow(once, { trustAnchors: anchors })).status, 'valid')
    const marked = await stampPdf(await signWith(once, seal, { appearance: mayorStamp }), mark)
    assert.lengthOf(drawnOn(marked), 3)
    const { status, signatures } = await inspectNow(marked, { trustAnchors: anchors })
    assert.equal(status, 'annotated')
    assert.lengthOf(signatures, 2)
  })

  test('the form itself is left as it is', async ({ assert }) => {
    const witness = new Witness(await signed(form()))
    const root = witness.dict(witness.trailer('Root'))!
    const kept = witness.dict(root.get('AcroForm'))
    assert.instanceOf(kept, Dict)
    assert.isTrue(kept!.get('NeedAppearances'))
  })

  /** The same form, with a signature field that waits at 100, 100 and has no /P. */
  const withWaiting = (more = '', ofField = '') =>
    handmadePdf(
      [
        page('/Annots [6 0 R 7 0 R]'),
        text,
        `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Maire) ${ofField.includes('/F') ? '' : '/F 4'} /Rect [100 100 300 150] ${ofField} >>`,
      ],
      {
        catalogue: `/AcroForm << /NeedAppearances true /Fields [6 0 R 7 0 R] /DR << /Font << /Helv 4 0 R >> >> >> ${more}`,
      }
    )

  test('the stamp of a field that waits stands where the field is, and the field draws nothing', async ({
    assert,
  }) => {
    const { anchors } = await demoSigners()
    for (const ofField of ['', '/P 3 0 R']) {
      const once = await signed(withWaiting('', ofField), 'Maire')
      const drawn = drawnOn(once).filter(({ box }) => box[0] > 0)
      assert.deepEqual(
        drawn.map(({ subtype, size }) => [subtype, ...size]),
        [['Stamp', 200, 50]]
      )
      const { status, signatures } = await inspectNow(once, { trustAnchors: anchors })
      assert.deepEqual([status, signatures.length], ['valid', 1])
      assert.isTrue(darkAt(once, { x: 103, y: 102, width: 190, height: 46 }))
    }
  })

  test('a field that waits keeps its own drawing where no annotation may be added, or none is to be seen', async ({
    assert,
  }) => {
    const certified = withWaiting('/Perms << /DocMDP << /Type /Sig >> >>')
    for (const pdf of [certified, withWaiting('', '/F 2')]) {
      const drawn = drawnOn(await signed(pdf, 'Maire')).filter(({ box }) => box[0] > 0)
      assert.deepEqual(
        drawn.map(({ subtype }) => subtype),
        ['Widget']
      )
    }
  })

  test('poppler shows the stamp', async ({ assert }) => {
    assert.isTrue(darkAt(await signed(form()), { x: 403, y: 24, width: 168, height: 52 }))
  })

  test('a certification may forbid an annotation, never the field', async ({ assert }) => {
    const certified = form('/Perms << /DocMDP << /Type /Sig >> >>')
    assert.deepEqual(
      drawnOn(await signed(certified)).map(({ subtype }) => subtype),
      ['Widget']
    )
  })
})

test.group('A stamp in a field that waits', () => {
  test('is upright on an upright page', async ({ assert }) => {
    const [stamp] = drawnOn(await signed(waiting(''), 'Maire'))
    assert.deepEqual(stamp.matrix, [1, 0, 0, 1])
    assert.deepEqual(stamp.box.map(Math.round), [200, 50])
  })

  for (const [rotate, matrix] of [
    [90, [0, 1, -1, 0]],
    [180, [-1, 0, 0, -1]],
    [270, [0, -1, 1, 0]],
    [-90, [0, -1, 1, 0]],
  ] as const) {
    const size = rotate % 180 === 0 ? '200 50' : '50 200'
    test(`is upright on a page turned by ${rotate} degrees`, async ({ assert }) => {
      const [stamp] = drawnOn(await signed(waiting(`/Rotate ${rotate}`, '', size), 'Maire'))
      assert.deepEqual(stamp.matrix, [...matrix])
      assert.deepEqual(stamp.box.map(Math.round), [200, 50])
    })

    test(`turns with its field by ${rotate} degrees, when that is said`, async ({ assert }) => {
      const pdf = waiting('', `/P 3 0 R /MK << /R ${rotate} >>`, size)
      const [stamp] = drawnOn(await signed(pdf, 'Maire'))
      assert.deepEqual(stamp.matrix, [...matrix])
      assert.deepEqual(stamp.box.map(Math.round), [200, 50])
    })
  }

  test('what its author says of the field wins over the page', async ({ assert }) => {
    const [stamp] = drawnOn(await signed(waiting('/Rotate 90', '/MK << /R 0 >>'), 'Maire'))
    assert.deepEqual(stamp.matrix, [1, 0, 0, 1])
  })
})

test.group('Pages that their tree turns, or that count in other units', () => {
  for (const [degrees, matrix] of [
    [90, [0, 1, -1, 0]],
    [180, [-1, 0, 0, -1]],
    [270, [0, -1, 1, 0]],
  ] as const) {
    test(`the stamp and the mark stand upright when the tree turns by ${degrees}`, async ({
      assert,
    }) => {
      const turned = handmadePdf([page()], { tree: `/Rotate ${degrees}` })
      const drawn = drawnOn(await stampPdf(await signed(turned), mark))
      assert.deepEqual(
        drawn.map((one) => one.matrix),
        [[...matrix], [...matrix]]
      )
    })
  }

  for (const [unit, box] of [
    [10, '[0 0 59.5 84.2]'],
    [0.01, '[0 0 59500 84200]'],
  ] as const) {
    test(`a stamp keeps its size where a unit is ${unit} points`, async ({ assert }) => {
      const { anchors } = await demoSigners()
      const pdf = handmadePdf([
        page(`/UserUnit ${unit} /MediaBox ${box}`, '6 0 R'),
        '<< /Length 1 >>\nstream\n \nendstream',
      ])
      const twice = await signed(await signed(pdf))
      const marked = await stampPdf(twice, mark)
      const [stamp, second, ours] = drawnOn(marked)
      for (const one of [stamp, second]) {
        assert.closeTo(one.size[0] * unit, 168, 0.1)
        assert.closeTo(one.size[1] * unit, 52, 0.1)
        assert.deepEqual(one.box.map(Math.round), [168, 52])
      }
      assert.isBelow(ours.size[0] * unit, 300)
      assert.equal((await inspectNow(marked, { trustAnchors: anchors })).status, 'annotated')
    })
  }

  test('a unit that would make a dot of the page is none', async ({ assert }) => {
    for (const unit of ['0', '-2', '1e9', '0.00001']) {
      const [stamp] = drawnOn(await signed(handmadePdf([page(`/UserUnit ${unit}`)])))
      assert.closeTo(stamp.size[0], 168, 0.1)
    }
  })
})
