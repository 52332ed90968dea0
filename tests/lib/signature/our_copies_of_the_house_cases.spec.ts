import { test } from '@japa/runner'
import { readFileSync } from 'node:fs'
import { stampPdf } from '#app/actes/stamping/stamp_pdf'
import { inspectNow } from '#tests/helpers/inspect_now'
import { sharedData } from '#tests/helpers/shared_data'
import { hasTool, run } from '#tests/helpers/tools'
import { demoSigners, mayorStamp, signWith } from './demo_signers.js'

const NAMES = [
  'cropbox-larger-than-mediabox.pdf',
  'font-name-non-ascii.pdf',
  'null-in-annots.pdf',
  'two-fields-one-name.pdf',
]
const MARK = { identifier: '035-213500012-20261122-D1-DE', receivedOn: '22 novembre 2026' }
/** A reader gives the words that stand inside the page only. */
const OURS = ['Soizic Madec', MARK.identifier]

test.group('Our copies of the cases of the house', () => {
  for (const name of NAMES) {
    const file = sharedData('house', 'cases', name)

    test(`${name}, signed then marked, is annotated and no more`, async ({ assert }) => {
      const { anchors } = await demoSigners()
      const { status } = await inspectNow(await ourCopy(file!), { trustAnchors: anchors })
      assert.equal(status, 'annotated')
    }).skip(!file, 'the cases are not on this machine')

    test(`${name} shows our stamp and our mark, inside its page`, async ({ assert }) => {
      const { output } = run('pdftotext', ['-', '-'], await ourCopy(file!))
      assert.deepEqual(
        OURS.filter((words) => !output.includes(words)),
        []
      )
    }).skip(!file || !hasTool('pdftotext'), 'the cases or pdftotext are not on this machine')
  }
})

/** What the collectivité publishes: signed by its mayor with a stamp in sight, then marked. */
async function ourCopy(file: string): Promise<Buffer> {
  const { mayor } = await demoSigners()
  const signed = await signWith(readFileSync(file), mayor, { appearance: mayorStamp })
  return stampPdf(signed, MARK)
}
