import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { checkFile, convertFile, type FileTarget } from '#lib/einvoice'
import { importPack, Packs } from '#lib/einvoice/packs'
import { LocalDate } from '#lib/values'
import { sharedData } from '#tests/helpers/shared_data'
import { hasTool, run } from '#tests/helpers/tools'

/** `CORPUS=whole` plays every file; else a part of them that is the same at each run. */
const PART = process.env.CORPUS === 'whole' ? 1 : 6
const TARGETS: FileTarget[] = ['ubl', 'cii', 'facturx']
const TODAY = '2026-11-30'

interface Entry {
  file: string
  sha256: string
  format: string
  expect: { en16931: string | null; profile_chain: string | null }
}

const corpus = sharedData('einvoicing', 'corpus')
const artefacts = sharedData('einvoicing', 'artefacts')
const entries: Entry[] = corpus
  ? JSON.parse(readFileSync(`${corpus}/manifest.json`, 'utf8')).files
  : []
const files = entries.filter(
  ({ format, expect, sha256 }) =>
    /^(CII|UBL|PDF\+CII)/.test(format) &&
    expect.profile_chain === 'valid' &&
    expect.en16931 === 'valid' &&
    Number.parseInt(sha256.slice(0, 4), 16) % PART === 0
)

test.group('Each valid invoice of the corpus, written in each form', (group) => {
  if (!corpus || !artefacts) return
  let home: string
  let packs: Packs

  group.setup(() => {
    home = mkdtempSync(join(tmpdir(), 'corpus-'))
    importPack(artefacts, home, { today: TODAY })
    packs = Packs.in(home, LocalDate.parse(TODAY))
    return () => rmSync(home, { recursive: true })
  })

  test('keeps to its schema and to both sheets of rules, or names what it cannot carry', async ({
    assert,
  }) => {
    let written = 0
    for (const { file } of files) {
      const bytes = readFileSync(`${corpus}/${file}`)
      const before = await checkFile(bytes, packs)
      for (const target of TARGETS) {
        const answer = await convertFile(bytes, target)
        if ('uncarried' in answer) {
          assert.isNotEmpty(answer.uncarried, `${file} in ${target}`)
          continue
        }
        written += 1
        const after = await checkFile(answer.bytes, packs)
        // A profile of Factur-X has no sheet in UBL: nothing judges it there.
        const profile = target === 'ubl' && after.steps.profile === null ? null : 'valid'
        assert.deepEqual(
          [after.steps.xsd, after.steps.profile, after.steps.br_fr],
          ['ok', profile, before.steps.br_fr],
          `${file} in ${target}`
        )
        const odd = after.rules.filter(({ set }) => set === 'container')
        assert.deepEqual(odd, [], `${file} in ${target}`)
        if (target === 'facturx') assert.deepEqual(faultsOf(answer.bytes), [], file)
      }
    }
    assert.isAbove(written, files.length)
  }).timeout(600_000)

  test('comes back from the other syntax with all that it said', async ({ assert }) => {
    let back = 0
    for (const { file } of files) {
      const road = await along(readFileSync(`${corpus}/${file}`), ['ubl', 'cii', 'ubl'])
      if (!road) continue
      const [before, after] = [said(road[0]), said(road[2])]
      assert.deepEqual(without(before, after), [], file)
      // The gross price that a net price and its reduction make may come back said.
      const more = without(after, before).filter((one) => !one.startsWith('<cbc:BaseAmount'))
      assert.deepEqual(more, [], file)
      back += 1
    }
    assert.isAbove(back, files.length / 2)
  }).timeout(600_000)

  /** What other people's tools reproach to a PDF. */
  function faultsOf(pdf: Buffer): string[] {
    const path = join(home, 'written.pdf')
    writeFileSync(path, pdf)
    return [
      ['qpdf', '--check'],
      ['pdfdetach', '-list'],
    ].flatMap(([tool, option]) => {
      if (!hasTool(tool)) return []
      const { status, output } = run(tool, [option, path])
      const isListed = tool === 'qpdf' || output.includes('factur-x.xml')
      return status === 0 && isListed ? [] : [`${tool}: ${output}`]
    })
  }
})

/** The elements that hold a text, each with its attributes. */
const said = (ubl: Buffer): string[] => ubl.toString().match(/<cbc:[^<]+<\/cbc:/g) ?? []

/** What a list has more often than another. */
function without(list: string[], others: string[]): string[] {
  const left = [...list]
  for (const one of others) if (left.includes(one)) left.splice(left.indexOf(one), 1)
  return left
}

/** An invoice written in one form after the other; null when the first one cannot carry it. */
async function along(bytes: Buffer, targets: FileTarget[]): Promise<Buffer[] | null> {
  const written: Buffer[] = []
  for (const target of targets) {
    const answer = await convertFile(written.at(-1) ?? bytes, target)
    if ('uncarried' in answer) {
      if (written.length === 0) return null
      throw new Error(`${target}: ${answer.message}`)
    }
    written.push(answer.bytes)
  }
  return written
}
