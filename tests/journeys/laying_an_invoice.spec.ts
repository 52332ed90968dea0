import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'
import { serializeProofBundle } from '#lib/proof'
import { BY_OUR_LOADER } from '#tests/helpers/our_programs'
import { hasTool } from '#tests/helpers/tools'
import { layInvoice } from '../../bin/journey/lay_invoice.js'
import { bundleOf, FILES } from '../lib/proof/journal_fixture.js'
import { timeAuthority, type TimeAuthority } from '../lib/proof/time_authority.js'

const CONTRACT = [
  'clock.json',
  'journey.json',
  'proof.json',
  'readable.pdf',
  'service-fait.pdf',
  'sip.zip',
  'statuses.json',
  'verdict.json',
]
const INVOICE = '%PDF-1.7 une facture'
const MISSING = 'openssl is not installed'

function verify(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...BY_OUR_LOADER, 'bin/verify.ts', ...args],
    { env: { PATH: process.env.PATH }, encoding: 'utf8', timeout: 120_000 }
  )
  return { status, output: stdout + stderr }
}

test.group('The files of an invoice that has travelled', (group) => {
  let authority: TimeAuthority
  let folder: string
  let out: string
  group.setup(() => {
    if (!hasTool('openssl')) return
    authority = timeAuthority('de Penn ar Roz')
    return () => authority.remove()
  })
  group.each.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'halle-laid-'))
    out = join(folder, 'out')
    writeFileSync(join(folder, 'facture.pdf'), INVOICE)
    return () => rmSync(folder, { recursive: true })
  })

  /** The zip of a proof as the archives give it: what was sealed, and what the road brought. */
  const zipOf = (received = INVOICE) => {
    const bundle = bundleOf([6, 4], authority.tokenOf, Date.now() - 3_600_000)
    const zip = new yazl.ZipFile()
    const files = {
      ...Object.fromEntries(FILES),
      'received.pdf': received,
      'readable.pdf': 'lisible',
      'verdict.json': '{}',
      'statuses.json': '["scellés"]',
      'sip.zip': 'sip',
      'proof.json': serializeProofBundle(bundle),
    }
    for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name)
    zip.end()
    return buffer(zip.outputStream)
  }
  const lay = async (received?: string) =>
    layInvoice(
      { zip: await zipOf(received), statuses: ['reçus'], clock: Buffer.from('{}'), facts: {} },
      join(folder, 'facture.pdf'),
      out
    )

  test('stand under the names of the contract, the sealed ones under theirs beside', async ({
    assert,
  }) => {
    await lay()
    await lay()
    assert.deepEqual(readdirSync(out).sort(), [...CONTRACT, 'preuve'].sort())
    const sealed = readdirSync(join(out, 'preuve'))
    assert.includeMembers(sealed, [...FILES.keys(), 'received.pdf', 'statuses.json'])
    assert.deepEqual(JSON.parse(readFileSync(join(out, 'statuses.json'), 'utf8')), ['reçus'])
  }).skip(!hasTool('openssl'), MISSING)

  test('are verified by the folder, by its proof, and where they are is said', async ({
    assert,
  }) => {
    await lay()
    for (const args of [
      [out],
      [join(out, 'proof.json')],
      [join(out, 'proof.json'), '--dir', out],
    ]) {
      const { status, output } = verify(...args, '--anchors', authority.rootPem)
      assert.equal(status, 0, output)
      assert.include(output, `Fichiers lus dans ${join(out, 'preuve')}`)
    }
  }).skip(!hasTool('openssl'), MISSING)

  test('are no longer verified once one that was sealed is altered', async ({ assert }) => {
    await lay()
    writeFileSync(join(out, 'preuve', 'signed.pdf'), 'un autre certificat')
    const { status, output } = verify(out)
    assert.equal(status, 1)
    assert.match(output, /signed\.pdf.*n’est pas celui qui a été scellé/)
  }).skip(!hasTool('openssl'), MISSING)

  test('are not looked for in a folder that holds another proof', async ({ assert }) => {
    await lay()
    writeFileSync(join(out, 'preuve', 'proof.json'), '{}')
    const { status, output } = verify(out)
    assert.equal(status, 1)
    assert.include(output, `Fichiers lus dans ${out}\n`)
  }).skip(!hasTool('openssl'), MISSING)

  test('are not laid when the archive holds other bytes than those deposited', async ({
    assert,
  }) => {
    await assert.rejects(() => lay('une autre facture'), /ne tient pas les octets reçus/)
    assert.deepEqual(readdirSync(out), [])
  }).skip(!hasTool('openssl'), MISSING)
})
