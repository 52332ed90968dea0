import { test } from '@japa/runner'
import { inspectNow } from '#tests/helpers/inspect_now'
import { demoSigners } from './demo_signers.js'
import { appended, page, signedByHand, type Choices, type Objects } from './handmade_pdf.js'

const CONTENT = '/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R'
const FREE = reference('DocMDP', '/P 3')
const CLOSED = reference('DocMDP', '/P 1')
const OTHER = reference('FieldMDP', '/Action/Include/Fields[(Autre)]')
const OPINION = reference('FieldMDP', '/Action/Include/Fields[(Avis)]')

const FILLED: Objects = { 50: '<</FT/Tx/T(Avis)/V(favorable)>>' }
const MARKED: Objects = {
  4: page(CONTENT, '30 0 R'),
  30: '<</Type/Annot/P 4 0 R/Subtype/Square/Rect[400 50 500 90]>>',
}

test.group('What a signer allowed, when it is said more than once', () => {
  test('of several lists of locked fields, each counts', async ({ assert }) => {
    assert.equal(
      await statusAfter(FILLED, { signature: `/Reference[${FREE}${OTHER}]` }),
      'to_confirm'
    )
    assert.equal(
      await statusAfter(FILLED, { signature: `/Reference[${FREE}${OTHER}${OPINION}]` }),
      'failed'
    )
  })

  test('of several levels the strictest holds, wherever it is said', async ({ assert }) => {
    const lock = '/Lock<</Type/SigFieldLock/Action/Include/Fields[(Autre)]/P 1>>'
    const closing: Choices[] = [
      { signature: `/Reference[${FREE}${CLOSED}]` },
      { signature: `/Reference[${FREE}${reference('FieldMDP', '/Action/All/P 1')}]` },
      { signature: `/Reference[${FREE}]`, field: lock },
    ]
    assert.equal(await statusAfter(MARKED, { signature: `/Reference[${FREE}]` }), 'annotated')
    for (const choices of closing) assert.equal(await statusAfter(MARKED, choices), 'failed')
  })

  test('it is read in the field that was signed, and not in another of its name', async ({
    assert,
  }) => {
    const twins = { 51: '<</FT/Sig/T(Maire)>>' }
    const closed = { signature: `/Reference[${CLOSED}]` }
    assert.equal(await statusAfter(MARKED, closed, twins, '51 0 R 91 0 R'), 'failed')
  })
})

function reference(method: string, parameters: string): string {
  return `<</Type/SigRef/TransformMethod/${method}/TransformParams<</Type/TransformParams${parameters}>>>>`
}

async function statusAfter(
  later: Objects,
  choices: Choices,
  more: Objects = { 50: '<</FT/Tx/T(Avis)>>' },
  fields = '91 0 R 50 0 R'
) {
  const { mayor, anchors } = await demoSigners()
  const catalogue = `<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[${fields}]>>>>`
  const signed = signedByHand(mayor, { 1: catalogue, ...more }, choices)
  return (await inspectNow(appended(signed, later), { trustAnchors: anchors })).status
}
