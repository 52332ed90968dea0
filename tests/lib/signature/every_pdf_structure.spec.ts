import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { hasTool, run } from '#tests/helpers/tools'
import { demoSigners, mayorStamp, signWith } from './demo_signers.js'
import { opensslAcceptsCms, pdfsigVerdicts, qpdfStatus } from './independent_tools.js'
import { samplePdf } from './sample_pdf.js'
import { signedParts } from './signed_parts.js'
import { inspectNow } from '#tests/helpers/inspect_now'

const OWNER_128 = ['--encrypt', '', 'secret', '128', '--use-aes=n', '--']
const OWNER_256 = ['--encrypt', '', 'secret', '256', '--']

/** Each structure as qpdf makes it, or as a damaged transfer leaves it. */
const STRUCTURES: { title: string; options?: string[]; damage?: (pdf: Buffer) => Buffer }[] = [
  { title: 'a classic cross-reference table', options: ['--object-streams=disable'] },
  { title: 'a cross-reference stream', options: ['--object-streams=generate'] },
  { title: 'linearized', options: ['--linearize'] },
  {
    title: 'linearized with object streams',
    options: ['--linearize', '--object-streams=generate'],
  },
  { title: 'locked by its owner, RC4 128', options: ['--allow-weak-crypto', ...OWNER_128] },
  { title: 'locked by its owner, AES 256', options: OWNER_256 },
  { title: 'a broken startxref', damage: (pdf) => withStartxref(pdf, '999999') },
  {
    title: 'no cross-reference at all',
    damage: (pdf) => pdf.subarray(0, pdf.lastIndexOf('xref\n')),
  },
  {
    title: 'bytes before its header',
    damage: (pdf) => Buffer.concat([Buffer.from('junk\n'), pdf]),
  },
  { title: 'blanks after its end', damage: (pdf) => Buffer.concat([pdf, Buffer.from('\r\n\r\n')]) },
]

test.group('Signing a PDF twice, whatever its structure', () => {
  test('signs a file with {title}')
    .with(STRUCTURES)
    .run(async ({ assert }, { options, damage }) => {
      const { mayor, seal, anchors, directory, pki } = await demoSigners()
      const original = options ? await throughQpdf(options) : damage!(await samplePdf())
      const once = await signWith(original, mayor, { appearance: mayorStamp, reason: 'Reçu' })
      const twice = await signWith(once, seal)
      const file = join(directory, 'structure.pdf')
      writeFileSync(file, twice)

      const report = await inspectNow(twice, { trustAnchors: anchors })
      assert.equal(report.status, 'valid', JSON.stringify(report.changedAfterSigning))
      assert.equal(report.signatures[0].reason, 'Reçu')
      if (hasTool('qpdf')) assert.equal(qpdfStatus(file), 0)
      if (hasTool('pdfsig')) {
        const valid = Array(2).fill('Signature Validation: Signature is Valid.')
        assert.deepEqual(pdfsigVerdicts(file), valid)
      }
      if (!hasTool('openssl')) return
      for (const parts of await signedParts(twice)) {
        assert.equal(opensslAcceptsCms(parts, directory, pki.rootFile).status, 0)
      }
    })
    .skip(!hasTool('qpdf'), 'qpdf is not installed')

  test('keeps every original byte of a file that is not damaged', async ({ assert }) => {
    const { mayor } = await demoSigners()
    const original = await throughQpdf(['--linearize'])
    const signed = await signWith(original, mayor)
    assert.isTrue(signed.subarray(0, original.length).equals(original))
  }).skip(!hasTool('qpdf'), 'qpdf is not installed')

  test('refuses to repair a damaged file that already carries a signature', async ({ assert }) => {
    const { mayor, seal } = await demoSigners()
    const damaged = withStartxref(await signWith(await samplePdf(), mayor), '999999')
    await assert.rejects(() => signWith(damaged, seal), /détruirait cette signature/)
  })

  test('refuses what is not a PDF', async ({ assert }) => {
    const { mayor } = await demoSigners()
    const attempt = () => signWith(Buffer.from('Bonjour'), mayor)
    await assert.rejects(attempt, /n’est pas un PDF lisible/)
  })

  test('refuses a PDF that asks for a password', async ({ assert }) => {
    const { mayor } = await demoSigners()
    const locked = await throughQpdf(['--encrypt', 'user', 'owner', '256', '--'])
    await assert.rejects(() => signWith(locked, mayor), /protégé par un mot de passe/)
  }).skip(!hasTool('qpdf'), 'qpdf is not installed')
})

async function throughQpdf(options: string[]): Promise<Buffer> {
  const { directory } = await demoSigners()
  const [from, to] = [join(directory, 'from.pdf'), join(directory, 'to.pdf')]
  writeFileSync(from, await samplePdf(['Première page', 'Seconde page']))
  const { status, output } = run('qpdf', [...options, from, to])
  if (status !== 0) throw new Error(output)
  return readFileSync(to)
}

function withStartxref(pdf: Buffer, value: string): Buffer {
  const at = pdf.lastIndexOf('startxref')
  return Buffer.concat([pdf.subarray(0, at), Buffer.from(`startxref\n${value}\n%%EOF\n`)])
}
