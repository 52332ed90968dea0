import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { questionsOf, wrongAnswers, type Espd } from '#app/procurement/formats/espd/espd'
import { readEspd } from '#app/procurement/formats/espd/read_espd'
import { standardCriteria, standardEspd } from '#app/procurement/formats/espd/standard'
import { espdResponse } from '#app/procurement/formats/espd/write_response'
import { readFacts } from '#app/procurement/rules/company_facts'
import { uuidv7 } from '#lib/values'
import { sharedData } from '#tests/helpers/shared_data'

const REQUEST = sharedData('procurement', 'espd', 'xml-examples', 'ESPD-Request.xml')
const SCHEMA = sharedData(
  ...['procurement', 'espd', 'ubl-2.3', 'xsdrt', 'maindoc'],
  'UBL-QualificationApplicationResponse-2.3.xsd'
)
const ABSENT = 'the official files of ESPD are not here'

const parties = {
  uuid: uuidv7(),
  ...{ day: '2026-11-30', time: '12:00:00+01:00', reference: '26-012' },
  ...{ title: 'Cour de l’école', buyer: 'Commune de Kervalan & Cie' },
  ...{ role: 'group-lead' as const, group: 'Groupement Cariou <conjoint>' },
  company: {
    ...{ name: 'CARIOU', siret: '83456789300013', representative: 'Anne Cariou' },
    ...{ email: 'anne@cariou.example', phone: '02 99 00 00 00', isSme: true, workforce: 12 },
  },
}
const asked = { id: '', title: parties.title, criteria: standardCriteria([2025, 2024, 2023]) }
const typed = {
  ...{
    legalForm: 'SARL',
    representative: 'Anne',
    quality: 'gérante',
    email: 'a@b.fr',
    phone: '02',
  },
  ...{ turnover1: '1 250 000,50', turnover2: '', turnover3: '', workforce: '12', insurer: 'X' },
  ...{
    references: '',
    isSme: true,
    isNotExcluded: true,
    isInReceivership: false,
    receivership: '',
  },
}

const read = (bytes: Uint8Array): Espd => {
  const espd = readEspd(bytes)
  if ('problem' in espd) throw new Error(espd.problem)
  return espd
}

/** What xmllint, by the official schema, says of a response. */
function judged(text: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'dume-'))
  try {
    const path = join(folder, 'response.xml')
    writeFileSync(path, text)
    execFileSync('xmllint', ['--noout', '--nonet', '--schema', SCHEMA!, path], { stdio: 'pipe' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The codes of an official list (genericode): the first value of each row. */
const codesOf = (list: string): string[] => {
  const path = sharedData('procurement', 'espd', 'codelists', 'gc', `${list}.gc`)
  const rows = readFileSync(path!, 'utf8').matchAll(/<Row>[^]*?<SimpleValue>([^<]+)</g)
  return [...rows].map(([, code]) => code)
}
/** Where each official list holds in a DUME. */
const LISTS = {
  CriterionTypeCode: 'Criterion',
  PropertyGroupTypeCode: 'PropertyGroupType',
  TypeCode: 'CriterionElementType',
  ValueDataTypeCode: 'ResponseDataType',
  RoleCode: 'EoRoleType',
  ProfileExecutionID: 'ProfileExecutionID',
}
const saidIn = (text: string, element: string): string[] =>
  [...text.matchAll(new RegExp(`<cbc:${element}[ >][^<]*?([^<>]+)</cbc:${element}>`, 'g'))].map(
    ([, said]) => said
  )

/** What the rules of the EDM ask beyond its schema: codes of their lists, answers to questions that stand there. */
function brokenRules(text: string): string[] {
  const properties = [...text.matchAll(/<cac:TenderingCriterionProperty><cbc:ID[^>]*>([^<]+)</g)]
  const asked = properties.map(([, id]) => id)
  return [
    ...Object.entries(LISTS).flatMap(([element, list]) => {
      const codes = codesOf(list)
      return saidIn(text, element).filter((code) => !codes.includes(code))
    }),
    ...saidIn(text, 'ValidatedCriterionPropertyID').filter((id) => !asked.includes(id)),
    ...asked.filter((id, at) => asked.indexOf(id) !== at),
  ]
}

test.group('A DUME', () => {
  test('reads the official request: its criteria and the questions that it asks', ({ assert }) => {
    const espd = read(readFileSync(REQUEST!))
    assert.equal(espd.kind, 'request')
    assert.lengthOf(espd.criteria, 62)
    assert.deepEqual(
      espd.criteria.slice(0, 2).map(({ code }) => code),
      ['crime-org', 'corruption']
    )
    const [first] = questionsOf(espd.criteria[0])
    assert.deepEqual(
      [first.id, first.dataType, first.description],
      ['C1_EG_crime-org/QG1/Q1', 'INDICATOR', 'Your answer']
    )
  }).skip(!REQUEST, ABSENT)

  test('answers each question of it by a response that the official schema takes, and reads it back', ({
    assert,
  }) => {
    const espd = read(readFileSync(REQUEST!))
    const SAMPLES: Record<string, string> = {
      ...{
        INDICATOR: 'false',
        DESCRIPTION: 'Rien & <rien>',
        DATE: '2026-11-30',
        AMOUNT: '1250.50',
      },
      ...{ QUANTITY: '2.5', QUANTITY_INTEGER: '12', QUANTITY_YEAR: '2025', PERCENTAGE: '40' },
      URL: 'https://exemple.test/preuve',
    }
    const questions = espd.criteria.flatMap(questionsOf)
    const answers = Object.fromEntries(questions.map(({ id, dataType }) => [id, SAMPLES[dataType]]))
    const text = espdResponse({ ...espd, answers }, parties)
    judged(text)
    const back = read(Buffer.from(text))
    assert.deepEqual(back.answers, answers)
    assert.deepEqual(back.criteria, espd.criteria)
  }).skip(!REQUEST, ABSENT)

  test('is written of what a company said of itself, where the buyer asked for none', ({
    assert,
  }) => {
    const facts = readFacts(typed, 2026)
    if ('problems' in facts) throw new Error('these facts are whole')
    const espd = standardEspd(facts.facts, asked)
    const text = espdResponse(espd, { ...parties, role: 'sole-tenderer', group: null })
    judged(text)
    const back = read(Buffer.from(text))
    assert.equal(back.answers['halle-crime-org/QG1/Q1'], 'false')
    assert.equal(back.answers['halle-gen-year-to/QG1/Q2025'], '1250000.50')
  }).skip(!SCHEMA, ABSENT)

  test('keeps to the official code lists, and answers only what it asks', ({ assert }) => {
    const facts = readFacts(typed, 2026)
    if ('problems' in facts) throw new Error('these facts are whole')
    const own = standardEspd(facts.facts, asked)
    for (const role of ['sole-tenderer', 'group-lead', 'group-mem'] as const) {
      const text = espdResponse(own, { ...parties, role })
      for (const element of Object.keys(LISTS))
        assert.isNotEmpty(saidIn(text, element), `${element} is looked at`)
      assert.isNotEmpty(saidIn(text, 'ValidatedCriterionPropertyID'))
      assert.deepEqual(brokenRules(text), [])
    }
    const request = read(readFileSync(REQUEST!))
    // The official sample names three groups by words of no list: they are the buyer's, carried as they are
    const carried = saidIn(readFileSync(REQUEST!, 'utf8'), 'PropertyGroupTypeCode')
    for (const one of brokenRules(espdResponse({ ...request, answers: {} }, parties)))
      assert.include(carried, one)
    const wrong = espdResponse(own, parties).replace(/>INDICATOR</, '>OUI_NON<')
    assert.deepEqual(brokenRules(wrong), ['OUI_NON'])
  }).skip(!REQUEST, ABSENT)

  test('never lets out an answer that is not of its type, and says which', ({ assert }) => {
    const facts = readFacts(typed, 2026)
    if ('problems' in facts) throw new Error('these facts are whole')
    const espd = standardEspd(facts.facts, asked)
    const id = 'halle-crime-org/QG1/Q1'
    const answers = { ...espd.answers, [id]: 'peut-être' }
    assert.deepEqual(wrongAnswers(espd.criteria, answers), [{ id, hint: 'oui ou non' }])
    assert.notInclude(espdResponse({ ...espd, answers }, parties), 'peut-être')
  })

  test('refuses what is hostile or something else, in a sentence', ({ assert }) => {
    const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:QualificationApplicationRequest-2'
    const refused = {
      'doctype': `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>`,
      'bomb': `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>`,
      'another document': '<facture/>',
      'no criterion': `<QualificationApplicationRequest xmlns="${UBL}"/>`,
      'too deep': `<QualificationApplicationRequest xmlns="${UBL}">${'<a>'.repeat(100)}${'</a>'.repeat(100)}</QualificationApplicationRequest>`,
      'cut': `<QualificationApplicationRequest xmlns="${UBL}">`,
      'empty': '',
    }
    for (const [what, text] of Object.entries(refused))
      assert.property(readEspd(Buffer.from(text)), 'problem', what)
  })
})
