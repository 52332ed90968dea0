import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { PdfLocked, PdfUnreadable } from '#lib/signature'
import { hasTool } from '#tests/helpers/tools'
import { demoSigners, signWith } from './demo_signers.js'
import { appended, signedByHand } from './handmade_pdf.js'
import { samplePdf } from './sample_pdf.js'
import { inspectNow } from '#tests/helpers/inspect_now'

const folder = mkdtempSync(join(tmpdir(), 'halle-locked-'))

test.group('Files that do not open, or hide their signature', () => {
  test('altered, unsigned, unreadable: each has its word', async ({ assert }) => {
    const { mayor } = await demoSigners()
    const altered = await signWith(await samplePdf(), mayor)
    altered[40] ^= 1
    assert.equal(await statusOf(altered), 'failed')
    assert.equal(await statusOf(await samplePdf()), 'not_signed')
    assert.equal(await statusOf(Buffer.from('bonjour')), 'no PDF')
  })

  for (const bits of ['40', '128', '256']) {
    test(`a file locked with ${bits} bits is locked, and neither unsigned nor altered`, async ({
      assert,
    }) => {
      const { mayor } = await demoSigners()
      for (const pdf of [await samplePdf(), await signWith(await samplePdf(), mayor)]) {
        assert.equal(await statusOf(locked(pdf, bits)), 'locked')
      }
    }).skip(!hasTool('qpdf'), 'qpdf is not on this machine')
  }

  test('a file locked in a way that nobody knows is locked', async ({ assert }) => {
    const pdf = (await samplePdf()).toString('latin1')
    const strange = pdf.replace('/Root', '/Encrypt<</Filter/Maison/V 9>>/Root')
    const status = await statusOf(Buffer.from(strange, 'latin1'))
    assert.equal(status, 'locked')
  })

  for (const [nothing, entry] of Object.entries({
    'null': '/Encrypt null',
    'a reference to nothing': '/Encrypt 77 0 R',
    'a reference to null': '/Encrypt 40 0 R',
  })) {
    test(`a trailer whose /Encrypt is ${nothing} locks nothing, as readers say`, async ({
      assert,
    }) => {
      const { mayor } = await demoSigners()
      const later = appended(signedByHand(mayor, {}), { 40: 'null' }, entry)
      assert.equal(await statusOf(later), 'valid')
    })

    test(`a locked file does not open because a later trailer has ${nothing}`, async ({
      assert,
    }) => {
      const pdf = locked(await samplePdf(), '128')
      const trailer = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1'))![1]
      const root = /\/Root (\d+ 0 R)/.exec(pdf.toString('latin1'))![1]
      const tail = `\nxref\n0 0\ntrailer\n<</Size 100/Root ${root}/Prev ${trailer}${entry}>>\n`
      const ended = `${tail}startxref\n${pdf.length + 1}\n%%EOF\n`
      assert.equal(await statusOf(Buffer.concat([pdf, Buffer.from(ended)])), 'locked')
    }).skip(!hasTool('qpdf'), 'qpdf is not on this machine')
  }

  test('a document that talks of encryption is not locked', async ({ assert }) => {
    const pdf = await samplePdf()
    const note = Buffer.from('%PDF-1.4\n% /Encrypt 5 0 R\n', 'latin1')
    const told = Buffer.concat([note, pdf.subarray(pdf.indexOf('\n') + 1)])
    assert.equal(await statusOf(told), 'not_signed')
  })

  test('a signature lost in revisions that go round is never unsigned', async ({ assert }) => {
    const { mayor } = await demoSigners()
    const later = appended(signedByHand(mayor, {}), { 40: 'null' }).toString('latin1')
    const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(later)![1]
    const looping = later.replace(/\/Prev \d+/, `/Prev ${start}`)
    assert.lengthOf(looping, later.length)
    const status = await statusOf(Buffer.from(looping, 'latin1'))
    assert.equal(status, 'unreadable')
  })

  test('a signature that the form no longer shows is never unsigned', async ({ assert }) => {
    const { mayor } = await demoSigners()
    const signed = await signWith(await samplePdf(), mayor)
    const hidden = signed.toString('latin1').replaceAll('/AcroForm', '/AcroFrom')
    assert.equal(await statusOf(Buffer.from(hidden, 'latin1')), 'to_confirm')
  })
})

async function statusOf(pdf: Buffer): Promise<string> {
  const { anchors } = await demoSigners()
  try {
    return (await inspectNow(pdf, { trustAnchors: anchors })).status
  } catch (error) {
    if (error instanceof PdfLocked) return 'locked'
    if (error instanceof PdfUnreadable) return 'no PDF'
    throw error
  }
}

function locked(pdf: Buffer, bits: string): Buffer {
  const [from, to] = ['ouvert.pdf', 'ferme.pdf'].map((name) => join(folder, name))
  writeFileSync(from, pdf)
  const weak = bits === '256' ? [] : ['--allow-weak-crypto']
  execFileSync('qpdf', [...weak, '--encrypt', 'secret', 'maitre', bits, '--', from, to])
  return readFileSync(to)
}
