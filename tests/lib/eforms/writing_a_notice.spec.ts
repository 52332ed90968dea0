import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { checkNotice } from '#lib/eforms/check_notice'
import { contractNotice, type ContractNotice } from '#lib/eforms/contract_notice'
import { placeOf } from '#lib/eforms/notice_place'
import { SchemaSet } from '#lib/xml'
import { sharedData } from '#tests/helpers/shared_data'

const at = (local: string, zone = 'Europe/Paris') => DateTime.fromISO(local, { zone })
const NOW = at('2026-11-29T08:00:00')
const YARD: ContractNotice = {
  consultationId: '019ad2f4-5a51-7c3e-b1ab-3f00c7a1e0d2',
  reference: '26-001',
  title: 'Réfection de la cour de l’école',
  description: 'Reprise des enrobés de la cour et pose de deux arbres.',
  nature: 'works',
  cpv: '45233140',
  place: placeOf('35120'),
  durationMonths: 6,
  legalBasis: 'Code de la commande publique, article R2123-1',
  buyer: {
    name: 'Commune de Kervalan',
    siret: '21350001600013',
    profileUrl: 'https://halle.test/p/kervalan/marches',
  },
  criteria: [
    { type: 'price', label: 'Prix des prestations', weight: 60 },
    { type: 'quality', label: 'Performance environnementale', weight: 40 },
  ],
  deadline: at('2026-12-18T12:00:00'),
  lots: [],
  mostLotsAnswered: null,
  mostLotsWon: null,
  writtenAt: NOW,
  documentsUrl: 'https://halle.test/p/kervalan/marches/1/dce.zip',
  depositUrl: 'https://halle.test/moi/marches/kervalan/1',
}
const written = (changes: Partial<ContractNotice> = {}) => contractNotice({ ...YARD, ...changes })
/** What the elements of that name hold, in their order. */
const said = (notice: string, name: string) =>
  [...notice.matchAll(new RegExp(`<\\w+:${name}(?: [^>]*)?>([^<]*)<`, 'g'))].map(([, text]) => text)

test.group('A notice that we write', () => {
  const schemas = sharedData('procurement', 'eforms', 'sdk-1.15.1', 'schemas', 'maindoc')
  const nuts = sharedData('procurement', 'codelists', 'nuts_fr.json')
  const ABSENT = 'the official data is not on this machine'

  test('says in E3 what is bought, by whom, until when and where, and breaks no rule', ({
    assert,
  }) => {
    const notice = written()
    assert.deepEqual(checkNotice(Buffer.from(notice), NOW.toMillis()), [])
    const expected = {
      SubTypeCode: ['E3'],
      RegulatoryDomain: ['other'],
      NoticeLanguageCode: ['FRA'],
      CompanyID: ['21350001600013'],
      ProcedureCode: ['oth-single'],
      ItemClassificationCode: ['45233140', '45233140'],
      CountrySubentityCode: ['FRH03', 'FRH03'],
      AwardingCriterionTypeCode: ['price', 'quality'],
      ParameterNumeric: ['60', '40'],
      EndDate: ['2026-12-18+01:00'],
      EndTime: ['12:00:00+01:00'],
      URI: [YARD.documentsUrl],
      EndpointID: [YARD.depositUrl],
      DurationMeasure: ['6'],
    }
    for (const [name, values] of Object.entries(expected))
      assert.deepEqual(said(notice, name), values, name)
  })

  test('gives each hour the offset of its place and of its season', ({ assert }) => {
    for (const [deadline, day, hour] of [
      [at('2027-07-01T12:00:00'), '2027-07-01+02:00', '12:00:00+02:00'],
      [at('2026-12-18T00:30:00', 'Pacific/Noumea'), '2026-12-18+11:00', '00:30:00+11:00'],
      [at('2026-12-18T12:00:00.250'), '2026-12-18+01:00', '12:00:00.250+01:00'],
    ] as const) {
      const notice = written({ deadline })
      assert.deepEqual([said(notice, 'EndDate'), said(notice, 'EndTime')], [[day], [hour]])
    }
  })

  test('keeps the identifiers of a consultation, of the version that TED takes', ({ assert }) => {
    const idsOf = (notice: string) => [said(notice, 'ID')[1], said(notice, 'ContractFolderID')[0]]
    const ids = idsOf(written())
    for (const id of ids)
      assert.match(id, /^[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[89ab][a-f0-9]{3}-[a-f0-9]{12}$/)
    assert.notEqual(ids[0], ids[1])
    assert.deepEqual(idsOf(written({ title: 'Un autre titre' })), ids)
    const consultationId = '019ad2f4-5a51-7c3e-b1ab-3f00c7a1e0d3'
    for (const id of idsOf(written({ consultationId }))) assert.notInclude(ids, id)
  })

  test('holds what people typed as text, and shows where it is cut', ({ assert }) => {
    const notice = written({ title: 'Cour <est> & cour ouest', description: 'à'.repeat(10_000) })
    assert.deepEqual(said(notice, 'Name')[1], 'Cour &lt;est&gt; &amp; cour ouest')
    const [description] = said(notice, 'Description')
    assert.equal(description, `${'à'.repeat(5_999)}…`)
    assert.equal(said(written({ description: 'cour\r\narbres' }), 'Description')[0], 'cour\narbres')
    assert.equal(said(written({ title: 'é'.repeat(400) }), 'Name')[1], 'é'.repeat(400))
  })

  test('places a postal code in its département, and invents none', ({ assert }) => {
    for (const [code, country, level] of [
      ['75011', 'FRA', 'FR101'],
      ['20000', 'FRA', 'FRM01'],
      ['20600', 'FRA', 'FRM02'],
      ['2A004', 'FRA', 'FRM01'],
      ['97400', 'FRA', 'FRY40'],
      ['97133', 'BLM', null],
      ['98800', 'NCL', null],
    ] as const)
      assert.deepEqual(placeOf(code), { country, nuts: level, postalCode: code })
    assert.isNull(placeOf('00000'))
    assert.isNull(placeOf('99100'))
    assert.notInclude(written({ place: null }), 'RealizedLocation')
    const far = written({ place: placeOf('98800') })
    assert.notInclude(far, 'CountrySubentityCode')
    assert.include(far, 'Code postal 98800')
  })

  test('knows every département of the official list, each once', ({ assert }) => {
    const official = JSON.parse(readFileSync(nuts!, 'utf8'))
      .map(({ code }: { code: string }) => code)
      .filter((code: string) => code.length === 5 && !code.startsWith('FRZ'))
    const departements = Array.from({ length: 95 }, (_, rank) => String(rank + 1).padStart(2, '0'))
    const codes = [
      ...departements.filter((one) => one !== '20').map((one) => `${one}000`),
      ...['20000', '20200', '97100', '97200', '97300', '97400', '97600'],
    ]
    assert.sameMembers(
      codes.map((code) => placeOf(code)?.nuts),
      official
    )
  }).skip(nuts === null, ABSENT)

  const divided = () =>
    written({
      lots: [
        { number: 1, title: 'Enrobés', cpv: '45233222' },
        { number: 2, title: 'Plantations', cpv: '45112710' },
      ],
      mostLotsWon: 1,
    })

  test('tells each lot by its number, and how many one company may answer and win', ({
    assert,
  }) => {
    const notice = divided()
    assert.deepEqual(checkNotice(Buffer.from(notice), NOW.toMillis()), [])
    assert.includeMembers(said(notice, 'ID'), ['LOT-0001', 'LOT-0002', '26-001-L2'])
    assert.notInclude(notice, 'LOT-0000')
    const codes = said(notice, 'ItemClassificationCode')
    assert.deepEqual(codes, ['45233140', '45233222', '45112710'])
    assert.deepEqual(said(notice, 'MaximumLotsAwardedNumeric'), ['1'])
    assert.deepEqual(said(notice, 'MaximumLotsSubmittedNumeric'), ['2'])
  })

  test('passes the schema of the SDK, wherever the place is', ({ assert }) => {
    const schema = SchemaSet.load(`${schemas}/UBL-ContractNotice-2.3.xsd`)
    const rulesOf = (notice: string) =>
      checkNotice(
        Buffer.from(notice),
        NOW.toMillis(),
        () => (document) => schema.validate(document)
      ).map(({ rule }) => rule)
    for (const code of ['35120', '98800', '00000'])
      assert.deepEqual(rulesOf(written({ place: placeOf(code) })), [], code)
    assert.deepEqual(rulesOf(divided()), [])
    assert.include(rulesOf(written().replace('<cbc:UBLVersionID>', '<cbc:Note/>$&')), 'schema')
  }).skip(schemas === null, ABSENT)
})
