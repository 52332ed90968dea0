import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { checkFile, type Finding } from '#lib/einvoice'
import { sharedData } from '#tests/helpers/shared_data'

interface Entry {
  file: string
  format: string
  bt24?: string | null
  sch?: Record<string, { fatal?: Record<string, number>; error?: string }>
  expect: { xsd: string | null; profile_chain: string | null; fr_ctc_chain: string | null }
}

const FORMATS: Record<string, string> = {
  'UBL-Invoice': 'UBL',
  'UBL-CreditNote': 'UBL',
  'CII': 'CII',
  'PDF+CII': 'CII',
  'CDAR': 'CDAR',
  'CPPFacturePivot': 'PIVOT',
}

const corpus = sharedData('einvoicing', 'corpus')
const entries: Entry[] = corpus
  ? JSON.parse(readFileSync(`${corpus}/manifest.json`, 'utf8')).files
  : []

/** The official sheet that a set of ours answers to. */
const sheetOf = (set: string, format: string, bt24: string | null | undefined) =>
  ({
    'en16931': `en-${format}`,
    'extended-ctc-fr': `ext-${format}`,
    'br-fr': `br-${format}`,
    'cdar': 'cdar',
    'factur-x': bt24?.endsWith('basicwl') ? 'fx-bwl' : 'fx-ext',
  })[set]

/** It names what to mend, and says how in a sentence; figures may follow between brackets. */
const isMendable = ({ term, at, message }: Finding) =>
  term !== '' && at.startsWith('/') && /^[\p{Lu}«].*[.)]$/su.test(message)

const read = (file: string) => checkFile(readFileSync(`${corpus}/${file}`))

test.group('The official verdicts on the corpus', () => {
  if (!corpus) return

  test('every file is of the format that it is said to be', async ({ assert }) => {
    for (const { file, format } of entries) {
      assert.equal((await read(file)).format, FORMATS[format] ?? null, file)
    }
  })

  test('every verdict is theirs', async ({ assert }) => {
    let judged = 0
    for (const { file, format, expect } of entries) {
      const said = format === 'CDAR' ? expect.profile_chain : expect.fr_ctc_chain
      if (said === null) continue
      judged += 1
      assert.equal((await read(file)).verdict, said, file)
    }
    assert.isAbove(judged, 700)
  })

  test('every rule that is broken is theirs, and no other', async ({ assert }) => {
    for (const { file, bt24, sch } of entries) {
      const { rules, steps, format } = await read(file)
      for (const one of rules) assert.isTrue(isMendable(one), `${file}: ${JSON.stringify(one)}`)
      const broken = Map.groupBy(
        rules.filter(({ severity }) => severity === 'fatal'),
        ({ set }) => set
      )
      const sets = new Set([...broken.keys(), ...(steps.br_fr ? ['br-fr'] : [])])
      for (const set of sets) {
        const sheet = sch?.[sheetOf(set, format?.toLowerCase() ?? '', bt24) ?? '']
        if (!sheet?.fatal) continue
        const ours = new Set(broken.get(set as never)?.map(({ id }) => id))
        // A report of Factur-X has no identifier: the contract names it.
        const theirs = Object.keys(sheet.fatal).map((id) => (id === '?' ? 'FX-UNUSED' : id))
        assert.sameMembers([...ours], theirs, `${file}, ${set}`)
      }
    }
  })
})

interface Case {
  file: string
  says: string
  expect: { verdict: string; fatal?: Record<string, string[]>; also?: string[] }
}

test.group('The cases that were decided by hand', () => {
  const folder = sharedData('einvoicing', 'cases')
  const cases: Case[] = folder ? JSON.parse(readFileSync(`${folder}/cases.json`, 'utf8')) : []
  for (const { file, says, expect } of cases) {
    test(`${file}: ${says}`, async ({ assert }) => {
      const { verdict, rules } = await checkFile(readFileSync(`${folder}/${file}`))
      assert.equal(verdict, expect.verdict)
      for (const [set, ids] of Object.entries(expect.fatal ?? {})) {
        const broken = rules.filter((one) => one.set === set && one.severity === 'fatal')
        assert.sameMembers([...new Set(broken.map(({ id }) => id))], ids)
      }
      for (const set of expect.also ?? [])
        assert.isTrue(
          rules.some((one) => one.set === set),
          set
        )
    })
  }
})
