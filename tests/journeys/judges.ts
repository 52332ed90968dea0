/**
 * Puts what a journey left before judges that know nothing of us. A program of its own:
 * `node --import=@poppinss/ts-exec tests/journeys/judges.ts FOLDER --root root.pem [--key key.pem] [--verify FILE]`;
 * the key of the platform is sought beside the folder, where the journey leaves it.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { sharedData, skipped } from '#tests/helpers/shared_data'
import { hasTool, run } from '#tests/helpers/tools'
import {
  opensslAcceptsCms,
  opensslAcceptsTimestamp,
  pdfsigVerdicts,
} from '#tests/lib/signature/independent_tools'
import { signedParts } from '#tests/lib/signature/signed_parts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { root: { type: 'string' }, key: { type: 'string' }, verify: { type: 'string' } },
})
const root = resolve(values.root!)
const key = resolve(values.key ?? `${resolve(positionals[0])}.cle.pem`)
const actesXsd = sharedData('actes', 'xsd-actes-typo', 'actesv1_1.xsd')
const sedaXsd = sharedData('ged', 'seda', 'seda-2.3', 'schema', 'seda-2.3-main.xsd')
const catalog = sharedData('ged', 'seda', 'catalog.xml')

interface Journey {
  folder: string
  scratch: string
  /** The PDF as it was given, with the signatures of others that it may bear. */
  source: Buffer | null
}

/** What a judge reproaches, or nothing. */
type Judge = (journey: Journey) => Promise<string[]> | string[]

const accepted = ({ status, output }: ReturnType<typeof run>) => (status === 0 ? [] : [output])
const xmllint = (schema: string, file: string, env: string[] = []) =>
  accepted(run('env', [...env, 'xmllint', '--nonet', '--noout', '--schema', schema, file]))

/** The message and its envelope, taken from the archive by tar and read by xmllint. */
const envelope: Judge = ({ folder, scratch }) => {
  const refused = accepted(run('tar', ['-xzf', join(folder, 'envelope.tar.gz'), '-C', scratch]))
  const names = readdirSync(scratch).filter((name) => name.endsWith('.xml'))
  if (names.length !== 2) refused.push(`${names.length} XML files where two were awaited`)
  if (!actesXsd) return refused
  return refused.concat(names.flatMap((name) => xmllint(actesXsd, join(scratch, name))))
}

const acknowledgement: Judge = ({ folder }) =>
  actesXsd ? xmllint(actesXsd, join(folder, 'acknowledgement.xml')) : []

/**
 * Our signatures are valid, what poppler thinks of those that were there before us has not changed
 * (it verifies no document time-stamp, for one), and the stamp keeps them all.
 */
const pdfsig: Judge = ({ folder, source, scratch }) => {
  const given = join(scratch, 'given.pdf')
  if (source) writeFileSync(given, source)
  const before = source ? pdfsigVerdicts(given) : []
  return ['signed.pdf', 'stamped.pdf'].flatMap((name) => {
    const verdicts = pdfsigVerdicts(join(folder, name))
    const ours = verdicts.slice(before.length)
    const theirs = verdicts.slice(0, before.length)
    return [
      ...ours.filter((line) => !/Signature is Valid/.test(line)),
      ...(ours.length === 0 ? [`${name} bears no signature of ours`] : []),
      ...(theirs.join() === before.join() ? [] : [`${name}: ${before} became ${theirs}`]),
    ]
  })
}

const QPDF_WARNINGS = 3

/** No error, and no warning that the given file did not deserve already. */
const qpdf: Judge = ({ folder, source, scratch }) => {
  const given = join(scratch, 'given.pdf')
  if (source) writeFileSync(given, source)
  const before = source ? (run('qpdf', ['--check', given]).status ?? 0) : 0
  return ['signed.pdf', 'stamped.pdf'].flatMap((name) => {
    const { status, output } = run('qpdf', ['--check', join(folder, name)])
    return status === 0 || (status === QPDF_WARNINGS && before !== 0) ? [] : [output]
  })
}

/** OpenSSL opens each of our signatures, and the token that dates it. */
const openssl: Judge = async ({ folder, source, scratch }) => {
  const parts = await signedParts(readFileSync(join(folder, 'signed.pdf')))
  const others = source ? (await signedParts(source)).length : 0
  const ours = parts.slice(others)
  if (ours.length === 0) return ['no signature of ours']
  return ours.flatMap((part) => [
    ...accepted(opensslAcceptsCms(part, scratch, root)),
    ...(part.timestampToken ? [] : [`${part.fieldName} bears no time-stamp`]),
    ...(part.timestampToken ? accepted(opensslAcceptsTimestamp(part, scratch, root)) : []),
  ])
}

/** The package opens, its manifest is as the standard says, and the archive has said yes. */
const seda: Judge = ({ folder, scratch }) => {
  const sip = join(folder, 'sip.zip')
  const refused = accepted(run('unzip', ['-tq', sip]))
  run('unzip', ['-qo', sip, 'manifest.xml', '-d', scratch])
  const reply = join(folder, 'archive_receipt.xml')
  if (!/<ReplyCode>000<\/ReplyCode>/.test(readFileSync(reply, 'utf8'))) {
    refused.push('the reply of the archive is not an acceptance')
  }
  if (!sedaXsd) return refused
  const env = [`XML_CATALOG_FILES=${catalog}`]
  return refused.concat(
    [join(scratch, 'manifest.xml'), reply].flatMap((file) => xmllint(sedaXsd, file, env))
  )
}

/** Our own verifier, without base nor server; `--verify` names its built program. */
const proof: Judge = ({ folder }) => {
  const program = values.verify ? [values.verify] : ['--import=@poppinss/ts-exec', 'bin/verify.ts']
  const files = [join(folder, 'proof.json'), '--dir', folder, '--anchors', root, '--key', key]
  const verdict = run(process.execPath, [...program, ...files])
  // With both, no reserve is left: « avec des réserves » would be a fault of ours.
  return verdict.output.includes('avec des réserves') ? [verdict.output] : accepted(verdict)
}

const judges: [name: string, tools: string[], judge: Judge][] = [
  ['pdfsig', ['pdfsig'], pdfsig],
  ['qpdf --check', ['qpdf'], qpdf],
  ['openssl cms, ts', ['openssl'], openssl],
  ['tar, xmllint ACTES (1-1, envelope)', ['tar', 'xmllint'], envelope],
  ['xmllint ACTES (1-2)', ['xmllint'], acknowledgement],
  ['unzip, xmllint SEDA 2.3 (manifest, reply)', ['unzip', 'xmllint'], seda],
  ['verify', [], proof],
]

/** The folders to judge, with the PDF that each one started from. */
function journeysIn(folder: string): { folder: string; pdf: string | null }[] {
  if (!readdirSync(folder).includes('journeys.json')) return [{ folder, pdf: null }]
  const { journeys } = JSON.parse(readFileSync(join(folder, 'journeys.json'), 'utf8'))
  return journeys
    .filter(({ state }: { state: string }) => state === 'archived')
    .map((one: { folder: string; pdf: string }) => ({
      folder: join(folder, one.folder),
      pdf: one.pdf,
    }))
}

let refusals = 0
const journeys = journeysIn(resolve(positionals[0]))
for (const [name, tools, judge] of judges) {
  if (!tools.every((tool) => hasTool(tool))) continue
  let pleased = 0
  for (const { folder, pdf } of journeys) {
    const scratch = mkdtempSync(join(tmpdir(), 'halle-judge-'))
    try {
      const reproaches = await judge({ folder, scratch, source: pdf ? readFileSync(pdf) : null })
      if (reproaches.length === 0) pleased++
      else console.error(`${name} refuses ${folder}\n  ${reproaches.join('\n  ').slice(0, 2000)}`)
      refusals += reproaches.length
    } finally {
      rmSync(scratch, { recursive: true, force: true })
    }
  }
  console.log(`${name.padEnd(44)} ${pleased}/${journeys.length}`)
}
for (const reason of skipped) console.log(`Skipped: ${reason}`)
process.exit(refusals === 0 && journeys.length > 0 ? 0 : 1)
