import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { prepareSignature } from '#lib/signature'
import { sharedData } from '#tests/helpers/shared_data'
import { hasTool } from '#tests/helpers/tools'
import { demoSigners, mayorStamp, signWith, type DemoSigners } from './demo_signers.js'
import {
  opensslAcceptsCms,
  opensslAcceptsTimestamp,
  pdfsigVerdicts,
  qpdfStatus,
} from './independent_tools.js'
import { signedParts } from './signed_parts.js'
import { inspectNow } from '#tests/helpers/inspect_now'

const root = sharedData('.')
/** Some are no PDF on purpose: an empty file, a page of the web. */
const isPdf = (path: string) => readFileSync(path).subarray(0, 1024).includes('%PDF-')
const samples = root ? distinctPdfs(root).filter((path) => isPdf(path)) : []
/** Broken on purpose: what it says of its own objects contradicts itself, and it is refused. */
const isCorrupted = (path: string) => /corrupted/i.test(path)
const isLocked = (path: string) => path.includes('-protege-')

test.group('Signing every PDF of the official samples twice', () => {
  test('{$i} {title}')
    .with(
      samples
        .filter((path) => !isLocked(path) && !isCorrupted(path))
        .map((path) => ({ path, title: shortName(path) }))
    )
    .run(async ({ assert }, { path }) => {
      const signers = await demoSigners()
      const original = readFileSync(path)
      const signed = await signTwice(original, signers)
      const file = join(signers.directory, 'signed.pdf')
      writeFileSync(file, signed)
      const already = (await inspectNow(original, { trustAnchors: [] })).signatures.length
      const report = await inspectNow(signed, { trustAnchors: signers.anchors })

      assert.lengthOf(report.signatures, already + 2)
      for (const one of report.signatures.slice(-2)) {
        assert.equal(one.verdict.indication, 'TOTAL_PASSED', one.verdict.sentence)
        assert.equal(one.timestamp?.status, 'valid')
      }
      if (hasTool('pdfsig')) {
        const verdicts = pdfsigVerdicts(file).slice(-2)
        assert.deepEqual(verdicts, Array(2).fill('Signature Validation: Signature is Valid.'))
      }
      if (hasTool('qpdf')) assert.isTrue(noWorse(qpdfStatus(path), qpdfStatus(file)))
      if (hasTool('openssl')) await checkWithOpenssl(assert, signed, signers)
    })
    .skip(samples.length === 0, 'official samples are not on this machine')

  test('refuses the one that was broken on purpose, in words', async ({ assert }) => {
    const { mayor } = await demoSigners()
    const pdf = readFileSync(samples.find(isCorrupted)!)
    const { certificate } = mayor
    const attempt = () => prepareSignature({ pdf, certificate, signingTime: new Date() })
    await assert.rejects(attempt, /Rien n’a été apposé|n’est pas un PDF lisible/)
  }).skip(!samples.some(isCorrupted), 'the broken sample is not on this machine')

  test('refuses the one that asks for a password, and says what to do', async ({ assert }) => {
    const { mayor } = await demoSigners()
    const pdf = readFileSync(samples.find(isLocked)!)
    const { certificate } = mayor
    const attempt = () => prepareSignature({ pdf, certificate, signingTime: new Date() })
    await assert.rejects(attempt, /protégé par un mot de passe/)
  }).skip(!samples.some(isLocked), 'the locked sample is not on this machine')
})

async function signTwice(pdf: Buffer, { mayor, seal, timestamp }: DemoSigners): Promise<Buffer> {
  const appearance = mayorStamp
  const once = await signWith(pdf, mayor, { timestamp, appearance, reason: 'Signature de l’acte' })
  return signWith(once, seal, { timestamp })
}

async function checkWithOpenssl(
  assert: { equal(actual: unknown, expected: unknown, message?: string): void },
  signed: Buffer,
  { directory, pki }: DemoSigners
): Promise<void> {
  for (const parts of (await signedParts(signed)).slice(-2)) {
    const cms = opensslAcceptsCms(parts, directory, pki.rootFile)
    assert.equal(cms.status, 0, cms.output)
    const token = opensslAcceptsTimestamp(parts, directory, pki.rootFile)
    assert.equal(token.status, 0, token.output)
  }
}

/** Signing repairs nothing that the sample's author broke, but must not add to it. */
function noWorse(before: number | null, after: number | null): boolean {
  const rank = [0, 3, 2]
  return rank.indexOf(after!) <= rank.indexOf(before!)
}

function distinctPdfs(directory: string): string[] {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  const paths = names.filter((name) => name.endsWith('.pdf')).map((name) => join(directory, name))
  const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
  return [...new Map(paths.map((path) => [digest(path), path])).values()].sort()
}

function shortName(path: string): string {
  return path.split('/').slice(-2).join('/')
}
