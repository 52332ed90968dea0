import { test } from '@japa/runner'
import { pdfProblem } from '#app/actes/rules/pdf'
import { stampPdf } from '#app/actes/stamping/stamp_pdf'
import { isInside, ordered, shownBox, type Box } from '#lib/pdf/boxes'
import { openPdf } from '#lib/pdf/document'
import { judgeUpdate } from '#lib/pdf/judge/judge'
import { Dict, Ref, same, type Value } from '#lib/pdf/witness/values'
import { Witness } from '#lib/pdf/witness/witness'
import { inspectNow } from '#tests/helpers/inspect_now'
import { demoSigners, mayorStamp, signWith } from './demo_signers.js'
import { handmadePdf, page } from './pdf_by_hand.js'

const mark = { identifier: '035-213500012-20261122-D1-DE', receivedOn: '22 novembre 2026' }

test.group('What we made of a PDF is judged before it leaves', () => {
  const lies: [string, string, string][] = [
    ['a name that became another', '/A#E9 4 0 R', '/A#EF#BF#BD 4 0 R'],
    ['a page that lost its content', '/Contents 5 0 R', '/Contents 4 0 R'],
    ['a page of another format', '[0 0 595 842]', '[0 0 595 84]'],
  ]
  for (const [what, written, instead] of lies) {
    test(`refuses ${what}`, async ({ assert }) => {
      const before = handmadePdf([page('/Resources << /Font << /A#E9 4 0 R >> >>')])
      const after = await signedByTheMayor(before)
      const at = after.indexOf(written, before.length)
      assert.isAbove(at, 0)
      const filled = instead.padEnd(written.length)
      const forged = Buffer.concat([
        after.subarray(0, at),
        Buffer.from(filled),
        after.subarray(at + written.length),
      ])
      assert.throws(() => judged(before, forged), /ne serait plus/)
      assert.doesNotThrow(() => judged(before, after))
    })
  }

  test('refuses a stamp that nobody would see', async ({ assert }) => {
    const before = handmadePdf([page()])
    const after = await signedByTheMayor(before)
    const at = after.indexOf('/F 132', before.length)
    after.write('/F 134', at) // hidden
    assert.throws(() => judged(before, after), /ne se verrait pas/)
  })
})

test.group('Pages of every shape', () => {
  test('a page is what its two boxes share, and a sane one when they say nothing', ({ assert }) => {
    const a4 = [0, 0, 595, 842] as const
    assert.deepEqual(shownBox([...a4], [-1000, -1000, 2000, 2000]), [...a4])
    assert.deepEqual(shownBox([...a4], [100, 100, 9000, 500]), [100, 100, 595, 500])
    assert.deepEqual(shownBox([...a4], [700, 0, 900, 842]), [...a4])
    assert.deepEqual(shownBox([...a4], [10, 10, 10, 10]), [...a4])
    const absurd = [
      [0, 0, 0, 0],
      [0, 0, Number.POSITIVE_INFINITY, 842],
      [0, 0, Number.NaN, 842],
      [0, 0, 1e20, 1e20],
    ]
    for (const box of absurd) {
      assert.deepEqual(shownBox(box as never, null), [0, 0, 595.28, 792])
      assert.deepEqual(shownBox([...a4], box as never), [...a4])
    }
  })

  const [A4, SANE]: Box[] = [
    [0, 0, 595, 842],
    [0, 0, 595.28, 792],
  ]
  const shapes: [string, string, Box][] = [
    ['a crop larger than the page', '/CropBox [-500 -500 1700 2400]', A4],
    ['a crop beside the page', '/CropBox [900 900 1200 1200]', A4],
    ['an empty format', '/MediaBox [0 0 0 0]', SANE],
    ['a format upside down', '/MediaBox [595 842 0 0] /Rotate 90', A4],
    ['a format of one centimetre', '/MediaBox [0 0 28 28]', [0, 0, 28, 28]],
    ['a format of one entry', '/MediaBox [595] /Rotate 270', SANE],
  ]
  for (const [shape, entries, shown] of shapes) {
    test(`${shape}: the stamp and the mark are on what is shown`, async ({ assert }) => {
      const marked = await stampPdf(await signedByTheMayor(handmadePdf([page(entries)])), mark)
      const places = annotations(marked, 3).map((one) => rectOf(marked, one))
      assert.lengthOf(places, 2)
      for (const place of places) {
        assert.isTrue(isInside(place, shown), `${place} in ${shown}`)
        assert.isAbove((place[2] - place[0]) * (place[3] - place[1]), 0)
      }
    })
  }

  test('marks its own page only, when two share their annotations', async ({ assert }) => {
    const two = [page('/Annots 7 0 R'), page('/Annots 7 0 R'), '[]']
    const marked = await stampPdf(handmadePdf(two, { pages: [3, 6] }), mark)
    assert.lengthOf(annotations(marked, 3), 1)
    assert.lengthOf(annotations(marked, 6), 0)
  })

  test('keeps null and dangling annotations, fields and kids where they are', async ({
    assert,
  }) => {
    const catalogue = '/AcroForm << /Fields [null 98 0 R 6 0 R] >>'
    const field = '<< /T (Avis) /FT /Tx /Kids [null 97 0 R] >>'
    const pdf = handmadePdf([page('/Annots [null 99 0 R]'), field], { catalogue })
    const marked = await stampPdf(await signedByTheMayor(pdf), mark)
    const [none, deleted, ...ours] = annotations(marked, 3)
    assert.isTrue(same([none, deleted], [null, new Ref(99, 0)]))
    assert.isTrue(ours.every((ref) => ref instanceof Ref && ref.number > 99))
    assert.isNull(new Witness(marked).resolve(new Ref(99, 0)))
  })

  test('gives its field a name that no other field bears', async ({ assert }) => {
    const catalogue = '/AcroForm << /Fields [6 0 R] >>'
    const pdf = handmadePdf([page(), '<< /T (Signature1) /FT /Tx >>'], { catalogue })
    const added = (await signedByTheMayor(pdf)).subarray(pdf.length).toString('latin1')
    assert.include(added, `/T <${Buffer.from('Signature2').toString('hex')}>`)
  })

  test('copies double keys and strange numbers as they are written', async ({ assert }) => {
    const strange = '/Tabs /S /Tabs /R /UserUnit 1.50 /X --5 /Y .000000012'
    const pdf = handmadePdf([page(strange)])
    const added = (await signedByTheMayor(pdf)).subarray(pdf.length).toString('latin1')
    assert.include(added, strange)
  })
})

test.group('A PDF', () => {
  test('whose table is announced a few bytes off is signed as it is', async ({ assert }) => {
    const sound = handmadePdf([page()]).toString('latin1')
    const start = Number(/startxref\n(\d+)/.exec(sound)![1])
    for (const off of [-2, -1, 1, 3]) {
      const moved = sound.replace(/startxref\n\d+/, `startxref\n${start + off}`)
      const signed = await signedByTheMayor(Buffer.from(moved, 'latin1'))
      const { anchors } = await demoSigners()
      const { status } = await inspectNow(signed, { trustAnchors: anchors })
      assert.equal(status, 'valid', String(off))
    }
  })
})

test.group('A locked PDF', () => {
  const attachment = 'trailer << /Encrypt 5 0 R >>'
  const attached = `<< /Type /EmbeddedFile /Length ${attachment.length} >>\nstream\n${attachment}\nendstream`

  test('is not one whose attachment speaks of locks', ({ assert }) => {
    assert.isNull(pdfProblem(handmadePdf([page(), attached])))
  })

  test('is known by its trailer, even damaged', async ({ assert }) => {
    const locked = handmadePdf([page()])
      .toString('latin1')
      .replace('/Root', '/Encrypt<</Filter/Standard>>/Root')
    for (const text of [locked, locked.replace(/startxref\n\d+/, 'startxref\n7')]) {
      const bytes = Buffer.from(text, 'latin1')
      assert.match(pdfProblem(bytes)!, /protégé/)
      await assert.rejects(() => openPdf(bytes), /mot de passe/)
    }
  })
})

const judged = (before: Buffer, after: Buffer) =>
  judgeUpdate(new Witness(before), new Witness(after), { kind: 'signature', isShown: true })

async function signedByTheMayor(pdf: Buffer): Promise<Buffer> {
  const { mayor } = await demoSigners()
  return signWith(pdf, mayor, { appearance: mayorStamp })
}

function annotations(pdf: Buffer, number: number): Value[] {
  const witness = new Witness(pdf)
  const found = witness.said(number)!.value
  return witness.list(found instanceof Dict ? found.get('Annots') : null)
}

function rectOf(pdf: Buffer, annotation: Value): Box {
  const witness = new Witness(pdf)
  return ordered(witness.list(witness.dict(annotation)!.get('Rect')) as number[])
}
