import { test } from '@japa/runner'
import { inspectNow } from '#tests/helpers/inspect_now'
import { demoSigners } from './demo_signers.js'
import {
  appended,
  page,
  rights,
  signedByHand,
  stream,
  type Choices,
  type Objects,
} from './handmade_pdf.js'
import { handmadePdf, page as ownPage } from './pdf_by_hand.js'

const NAMED = /droits d’usage/

test.group('Usage rights, which are the signature of nobody', () => {
  for (const [what, choices] of Object.entries({
    'UR3, with its transform': rights('UR3', '/Reference[<</TransformMethod/UR3>>]'),
    'UR of PDF 1.5': rights('UR', '/Reference[<</TransformMethod/UR>>]'),
    'its transform behind references': rights('UR3', '/Reference 50 0 R'),
    'named by the catalogue alone': rights('UR3', ''),
    'a word « obj » in its name': rights('UR3', '/Name(le bel obj)'),
  })) {
    test(`${what}: the document is unsigned, and they are named`, async ({ assert }) => {
      const { status, sentence, signatures } = await inspected(await granted(choices))
      assert.deepEqual({ status, signatures }, { status: 'not_signed', signatures: [] })
      assert.match(sentence, NAMED)
    })
  }

  test('which the permissions hold whole, they are named too', async ({ assert }) => {
    for (const said of [
      '/ByteRange[0 9 12 1]/Reference[<</TransformMethod/UR3>>]',
      '/ByteRange[0 9 12 9999]',
    ]) {
      const direct = `<</Type/Sig${said}/Contents<00>>>`
      const pdf = handmadePdf([ownPage()], { catalogue: `/Perms<</UR3${direct}>>` })
      const { status, sentence } = await inspected(pdf)
      assert.equal(status, 'not_signed')
      assert.match(sentence, NAMED)
    }
  })

  test('a form filled since, its rights dropped or not, is still unsigned', async ({ assert }) => {
    const pdf = await granted(rights('UR3', '/Reference[<</TransformMethod/UR3>>]'))
    const filled = appended(pdf, { 5: stream('', 'BT /F 12 Tf 72 700 Td (Rempli.) Tj ET') })
    const dropped = appended(filled, { 1: '<</Type/Catalog/Pages 2 0 R>>' })
    for (const one of [filled, dropped]) {
      const { status, sentence } = await inspected(one)
      assert.equal(status, 'not_signed')
      assert.match(sentence, NAMED)
    }
  })

  test('rights that no longer fit their bytes do not accuse anybody', async ({ assert }) => {
    const pdf = await granted(rights('UR3', '/Reference[<</TransformMethod/UR3>>]'))
    const other = Buffer.from(pdf.toString('latin1').replace('approuve', 'rejette '), 'latin1')
    assert.equal((await inspected(other)).status, 'not_signed')
  })

  test('beside the signature of a person, they change nothing of what is said of it', async ({
    assert,
  }) => {
    const { mayor } = await demoSigners()
    const extra = { 60: '<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>' }
    const signed = signedByHand(mayor, extra, { catalogue: '/Perms<</UR3 60 0 R>>' })
    assert.equal((await inspected(signed)).status, 'valid')
  })

  test('damaged, it is unreadable', async ({ assert }) => {
    const pdf = await granted(rights('UR3', '/Reference[<</TransformMethod/UR3>>]'))
    const damaged = pdf.toString('latin1').replace(/startxref\n\d+/, 'startxref\n99')
    assert.equal((await inspected(Buffer.from(damaged, 'latin1'))).status, 'unreadable')
  })
})

test.group('A signature taken off its form', () => {
  for (const [how, objects] of Object.entries<Objects>({
    'that a later catalogue calls usage rights': { 1: catalogue('/Perms<</UR3 90 0 R>>') },
    'rewritten as one of usage rights': {
      1: catalogue('/Perms<</UR3 90 0 R>>'),
      90: '<</Type/Sig/Reference[<</TransformMethod/UR3>>]>>',
    },
    'beside true usage rights': {
      1: catalogue('/Perms<</UR3 60 0 R>>'),
      60: '<</Type/Sig/Reference[<</TransformMethod/UR3>>]>>',
    },
  })) {
    test(`${how} is never unsigned`, async ({ assert }) => {
      const { mayor } = await demoSigners()
      const later = appended(signedByHand(mayor, {}), { ...objects, 4: page('/Contents 5 0 R') })
      assert.equal((await inspected(later)).status, 'to_confirm')
    })
  }

  test('by the one who certified it is never unsigned', async ({ assert }) => {
    const pdf = await granted(rights('UR3', '/Reference[<</TransformMethod/DocMDP>>]'))
    assert.equal((await inspected(pdf)).status, 'to_confirm')
  })

  test('is not hidden by a form of which the bytes speak', async ({ assert }) => {
    const pdf = await granted(rights('UR3', '/Reference[<</TransformMethod/UR3>>]'))
    const told = appended(pdf, { 61: stream('', '<</Type/Sig/ByteRange[0 1 2 3]>>') })
    assert.equal((await inspected(told)).status, 'to_confirm')
  })
})

async function inspected(pdf: Buffer) {
  const { anchors } = await demoSigners()
  return inspectNow(pdf, { trustAnchors: anchors })
}

/** Signed as the publisher of a reader does: in no field of the form. */
async function granted(choices: Choices): Promise<Buffer> {
  const { mayor } = await demoSigners()
  const indirect = { 50: '[51 0 R]', 51: '<</Type/SigRef/TransformMethod/UR3>>' }
  return signedByHand(mayor, indirect, choices)
}

function catalogue(entries: string): string {
  return `<</Type/Catalog/Pages 2 0 R${entries}>>`
}
