import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { sharedData } from '#tests/helpers/shared_data'
import { tenders } from '../sealing/tenders_command.js'

const path = sharedData('procurement', 'sealed', 'cases.json')
const ABSENT = 'the official data is not on this machine'
const cases: any[] = path ? JSON.parse(readFileSync(path, 'utf8')) : []
const caseOf = (id: string) => cases.find((one) => one.id === id)
const shared = (...parts: string[]) => sharedData('procurement', ...parts)!

const SIRETS: Record<string, string> = {
  '21750001630066': '21350001600018',
  '214356': '38103128500491',
  '868768687576575': '38103128500574',
}
const SCHEMA_RULES = [
  'missing',
  'type',
  'enum',
  'pattern',
  'minimum',
  'maximum',
  'length',
  'empty-list',
  'duplicate',
  'unknown-field',
]

test.group('The cases that were decided by hand', (group) => {
  let folder: string
  group.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'halle-cases-'))
    return () => rmSync(folder, { recursive: true })
  })
  const written = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }

  const lines: [line: string, expected: any][] = [
    ...(path
      ? [[caseOf('deadline-last-millisecond').command, caseOf('deadline-last-millisecond').expect]]
      : []),
    ...(caseOf('deadline-zones')?.commands ?? []),
    ...(caseOf('calendar')?.commands ?? []),
  ]
  for (const [line, expected] of lines) {
    test(`deadline and calendar: ${line}`, async ({ assert }) => {
      const { status, answer } = await tenders(...line.split(' '))
      if (typeof expected === 'string') {
        assert.equal(status, Number(/exit (\d)/.exec(expected)![1]))
        assert.isString(answer.error.message)
      } else {
        assert.equal(status, 0)
        assert.deepInclude(answer, expected)
      }
    })
  }

  const base = () => {
    const example = readFileSync(
      shared('decp', 'official-examples', 'json_marches_avec_modifications.json'),
      'utf8'
    )
    const sound = Object.entries(SIRETS).reduce(
      (text, [wrong, right]) => text.replaceAll(`"${wrong}"`, `"${right}"`),
      example
    )
    return JSON.parse(sound).marches.marche[0]
  }
  const judged = async (record: object) => {
    const file = written('decp.json', JSON.stringify({ marches: { marche: [record] } }))
    return tenders('decp-check', file, '--today', '2026-11-28', '--json')
  }

  test('decp-planted: the base is sound', async ({ assert }) => {
    const { status, answer } = await judged(base())
    assert.equal(status, 0)
    assert.deepEqual(answer, { valid: true, errors: 0, warnings: 0, findings: [] })
  }).skip(path === null, ABSENT)

  for (const [patch, expected] of caseOf('decp-planted')?.patches ?? []) {
    test(`decp-planted: ${JSON.stringify(patch)} is ${expected}`, async ({ assert }) => {
      const { status, answer } = await judged({ ...base(), ...patch })
      const isWarning = expected.startsWith('warning ')
      assert.equal(status, isWarning ? 0 : 1)
      assert.deepEqual(
        answer.findings.map(({ level, rule }: any) =>
          level === 'warning' ? `warning ${rule}` : rule
        ),
        [expected]
      )
    })
  }

  for (const name of [
    'json_marches_avec_modifications',
    'json_marches_concessions',
    'json_concessions',
    'json_concessions_avec_modifications',
  ]) {
    test(`decp-planted: ${name} passes the schema, and not the national rules`, async ({
      assert,
    }) => {
      const { answer } = await tenders(
        'decp-check',
        shared('decp', 'official-examples', `${name}.json`),
        '--json'
      )
      const rules: string[] = answer.findings.map(({ rule }: any) => rule)
      assert.isEmpty(rules.filter((rule) => SCHEMA_RULES.includes(rule)))
      assert.include(rules, 'siret')
    }).skip(path === null, ABSENT)
  }

  for (const name of ['xml_Marche', 'xml_Contrat-concession'])
    test(`${name} passes the schema in XML`, async ({ assert }) => {
      const { answer } = await tenders(
        'decp-check',
        shared('decp', 'official-examples', `${name}.xml`),
        '--json'
      )
      assert.isEmpty(answer.findings.filter(({ rule }: any) => SCHEMA_RULES.includes(rule)))
    }).skip(path === null, ABSENT)

  test('award-modified: an avenant is added, the record does not change', async ({ assert }) => {
    const first = base()
    const before = written('before.json', JSON.stringify({ marches: { marche: [first] } }))
    const next = { ...first.modifications[0].modification, id: 2, montant: 150_000 }
    const run = async (record: object) => {
      const file = written('after.json', JSON.stringify({ marches: { marche: [record] } }))
      return tenders('decp-check', file, '--previous', before, '--today', '2026-11-28', '--json')
    }
    const added = await run({
      ...first,
      modifications: [...first.modifications, { modification: next }],
    })
    assert.deepEqual(added.answer.findings, [])
    const edited = await run({ ...first, montant: 150_000 })
    assert.deepEqual(
      edited.answer.findings.map(({ rule }: any) => rule),
      ['published-edited']
    )
    assert.equal(edited.status, 1)
  }).skip(path === null, ABSENT)

  test('every code of the CPV 2008 is known, and no other', async ({ assert }) => {
    const { isCpv } = await import('#lib/decp/cpv')
    const list: { code: string }[] = JSON.parse(
      readFileSync(shared('codelists', 'cpv_2008_fr_en.json'), 'utf8')
    )
    const codes = new Set(list.map(({ code }) => code))
    assert.isTrue([...codes].every((code) => isCpv(code)))
    let count = 0
    for (let code = 0; code < 100_000_000; code += 997)
      if (isCpv(String(code).padStart(8, '0')) !== codes.has(String(code).padStart(8, '0')))
        count += 1
    assert.equal(count, 0)
  }).skip(path === null, ABSENT)
})
