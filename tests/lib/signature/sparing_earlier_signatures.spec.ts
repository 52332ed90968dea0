import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { signableProblem } from '#app/actes/signable_problem'
import { stampPdf } from '#app/actes/stamping/stamp_pdf'
import { demoSigners, mayorStamp, signWith } from './demo_signers.js'
import { certified, signedByHand } from './handmade_pdf.js'
import { handmadePdf, page } from './pdf_by_hand.js'
import { inspectNow } from '#tests/helpers/inspect_now'
import { sharedData } from '#tests/helpers/shared_data'

const MARK = { identifier: '035-213500012-20261122-D1-DE', receivedOn: '22 novembre 2026' }

test.group('A document that its signer closed to what we would add', () => {
  test('is not signed when nothing may follow, although no catalogue says so', async ({
    assert,
  }) => {
    const { mayor, seal } = await demoSigners()
    await assert.rejects(() => signWith(certified(mayor, 1), seal), /ne vaudrait plus/)
  })

  test('is signed, and bears no mark, when only signatures may follow', async ({ assert }) => {
    const { mayor, seal, anchors } = await demoSigners()
    const signed = await signWith(certified(mayor, 2), seal)
    assert.equal((await inspectNow(signed, { trustAnchors: anchors })).status, 'valid')
    await assert.rejects(() => stampPdf(signed, MARK), /avait interdite/)
    assert.match((await signableProblem(certified(mayor, 2)))!, /avait interdite/)
  })

  test('bears it when notes may follow, or when nothing was said', async ({ assert }) => {
    const { mayor } = await demoSigners()
    for (const pdf of [certified(mayor, 3), signedByHand(mayor, {})]) {
      await assert.doesNotReject(() => stampPdf(pdf, MARK))
      assert.isNull(await signableProblem(pdf))
    }
  })
})

const corrupted = sharedData('einvoicing/corpus/mustang/validator/corruptedV2PDF.pdf')

test('a file that would not be itself once marked is told so before anybody signs it', async ({
  assert,
}) => {
  const problem = await signableProblem(readFileSync(corrupted!))
  assert.match(problem!, /ce ne serait plus celui qui a été déposé/)
}).skip(!corrupted, 'the shared sample is not on this machine')

test('a tree of pages that comes back on itself is the same before and after', async ({
  assert,
}) => {
  const { mayor, anchors } = await demoSigners()
  const pdf = handmadePdf([page(), '<< /Type /Pages /Kids [2 0 R] /Count 0 /Parent 2 0 R >>'], {
    pages: [3, 6],
  })
  const marked = await stampPdf(await signWith(pdf, mayor, { appearance: mayorStamp }), MARK)
  const { status } = await inspectNow(marked, { trustAnchors: anchors })
  assert.equal(status, 'annotated')
})
