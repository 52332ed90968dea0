import type { PdfDict } from '@libpdf/core'
import { test } from '@japa/runner'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { stampPdf } from '#app/actes/stamping/stamp_pdf'
import { loadPdf } from '#lib/pdf/document'
import { Ref, same } from '#lib/pdf/witness/values'
import { Witness } from '#lib/pdf/witness/witness'
import { hasTool, run } from '#tests/helpers/tools'
import { sharedData } from '#tests/helpers/shared_data'
import { demoSigners, mayorStamp, signWith } from './demo_signers.js'
import { handmadePdf, page } from './pdf_by_hand.js'

const NAMES = ['/A#E9', '/A#C3#A9', '/A\xe9', '/A#20B', '/A#00', '/A\xc3\xa8', '/A#EF#BF#BD']
const deliberation = sharedData('house', 'cases', 'font-name-non-ascii.pdf')
const fonts = NAMES.map((name) => `${name} 4 0 R`).join(' ')

test.group('Names of a PDF are bytes', () => {
  test('are written as they were, whatever the bytes', async ({ assert }) => {
    const pdf = handmadePdf([page(`/Resources << /Font << ${fonts} >> >>`)])
    const signed = await signedByTheMayor(pdf)
    const added = signed.subarray(pdf.length).toString('latin1')
    for (const name of NAMES) assert.include(added, `${name} 4 0 R`)
    assert.include((await stampPdf(signed, mark)).subarray(signed.length).toString('latin1'), fonts)
  })

  test('are never two become one when the library reads them', async ({ assert }) => {
    const pdf = await loadPdf(handmadePdf([page(`/Resources << /Font << ${fonts} >> >>`)]))
    const dict = pdf.context.resolve(pdf.context.pages.getPage(0)!) as PdfDict
    const names = dict.getDict('Resources')!.getDict('Font')!
    // /A#E9 and the same byte in clear are one name (ISO 32000-1 §7.3.5); the others are not.
    assert.equal(names.size, NAMES.length - 1)
  })

  test('are kept by the repair of a damaged file', async ({ assert }) => {
    const whole = handmadePdf([page(`/Resources << /Font << ${fonts} >> >>`)])
    const damaged = Buffer.from(whole.toString('latin1').replace(/xref\n0 [^]*$/, ''), 'latin1')
    const signed = await signedByTheMayor(damaged)
    assert.isTrue(signed.subarray(0, damaged.length).equals(damaged))
    const [was, is] = [whole, signed].map((bytes) => {
      const witness = new Witness(bytes)
      return witness.dict(new Ref(3, 0))!.get('Resources')
    })
    assert.isTrue(same(was, is))
  })

  test('are kept by the form too, in the catalogue or out of it', async ({ assert }) => {
    const form = '<< /Fields [] /DR << /Font << /H#E9lv 4 0 R >> >> /DA (/H\\351lv 0 Tf) >>'
    const inCatalogue = await signedByTheMayor(
      handmadePdf([page()], { catalogue: `/AcroForm ${form}` })
    )
    assert.include(inCatalogue.toString('latin1').split('%%EOF')[1], '/H#E9lv 4 0 R')
    const apart = await signedByTheMayor(
      handmadePdf([page(), form], { catalogue: '/AcroForm 6 0 R' })
    )
    assert.include(apart.toString('latin1').split('%%EOF')[1], '/H#E9lv 4 0 R')
  })

  test('still show the words of the deliberation', async ({ assert }) => {
    const deposited = readFileSync(deliberation!)
    const marked = await stampPdf(await signedByTheMayor(deposited), mark)
    assert.notEqual(words(deposited).trim(), '')
    assert.include(words(marked), words(deposited).trim())
  }).skip(!deliberation || !hasTool('pdftotext'), 'the sample or pdftotext is not on this machine')

  test('are lost by the library alone: the day they are not, our patch goes', async ({
    assert,
  }) => {
    const script = `import { PDF } from '@libpdf/core'
      const pdf = await PDF.load(Buffer.from(process.argv[1], 'base64'))
      const page = pdf.context.resolve(pdf.context.pages.getPage(0))
      console.log(JSON.stringify([...page.keys()].map((key) => key.value)))`
    const pdf = handmadePdf([page('/Police#E9 1')]).toString('base64')
    const args = ['--input-type=module', '-e', script, pdf]
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    assert.include(JSON.parse(stdout), 'Police\ufffd')
  })
})

const mark = { identifier: '035-213500012-20261122-D1-DE', receivedOn: '22 novembre 2026' }

async function signedByTheMayor(pdf: Buffer): Promise<Buffer> {
  const { mayor } = await demoSigners()
  return signWith(pdf, mayor, { appearance: mayorStamp })
}

function words(pdf: Buffer): string {
  return run('pdftotext', ['-', '-'], pdf).output
}
