import { readFileSync, readdirSync } from 'node:fs'
import { test } from '@japa/runner'
import { checkNotice } from '#lib/eforms/check_notice'
import { sharedData } from '#tests/helpers/shared_data'
import { tenders } from '../sealing/tenders_command.js'

const NOW = Date.parse('2026-11-29T10:00:00Z')

/** The least of a notice that its hours need; `hours` is what a lot says of them. */
const notice = (
  hours: string,
  own = '<cbc:IssueDate>2026-11-29+01:00</cbc:IssueDate><cbc:IssueTime>08:00:00+01:00</cbc:IssueTime>'
) => `<?xml version="1.0" encoding="UTF-8"?>
<ContractNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  ${own}
  <cac:ProcurementProjectLot><cac:TenderingProcess>${hours}</cac:TenderingProcess></cac:ProcurementProjectLot>
</ContractNotice>`
const moment = (element: string, prefix: string, day: string, time?: string) =>
  `<cac:${element}><cbc:${prefix}Date>${day}</cbc:${prefix}Date>${time ? `<cbc:${prefix}Time>${time}</cbc:${prefix}Time>` : ''}</cac:${element}>`
const deadline = (day: string, time?: string) =>
  moment('TenderSubmissionDeadlinePeriod', 'End', day, time)
const requests = (day: string, time?: string) =>
  moment('ParticipationRequestReceptionPeriod', 'End', day, time)
const opening = (day: string, time?: string) => moment('OpenTenderEvent', 'Occurrence', day, time)

const rulesOf = (xml: string, now = NOW) =>
  checkNotice(Buffer.from(xml), now).map(({ level, rule }) =>
    level === 'warning' ? `warning ${rule}` : rule
  )

test.group('The hours of a notice', () => {
  const D = '2027-01-15'
  const CASES: [what: string, hours: string, rules: string[]][] = [
    [
      'an opening at the hour of the deadline',
      deadline(`${D}+01:00`, '12:00:00+01:00') + opening(`${D}+01:00`, '12:00:00+01:00'),
      [],
    ],
    [
      'one that only looks later',
      deadline(`${D}+01:00`, '12:00:00+01:00') + opening(`${D}+01:00`, '12:30:00+02:00'),
      ['opening-before-deadline'],
    ],
    ['an hour that no clock shows', deadline(`${D}+01:00`, '25:00:00+01:00'), ['date']],
    ['a day that no calendar has', deadline('2027-02-30+01:00', '12:00:00+01:00'), ['date']],
    [
      'one that only looks earlier',
      deadline(`${D}+01:00`, '12:00:00+01:00') + opening(`${D}+00:00`, '11:30:00Z'),
      [],
    ],
    [
      'the day before',
      deadline(`${D}+01:00`, '12:00:00+01:00') + opening('2027-01-14+01:00', '14:00:00+01:00'),
      ['opening-before-deadline'],
    ],
    [
      'the next day, early',
      deadline(`${D}+01:00`, '12:00:00+01:00') + opening('2027-01-16+01:00', '08:00:00+01:00'),
      [],
    ],
    [
      'an opening without hour, the same day',
      deadline(`${D}+01:00`, '12:00:00+01:00') + opening(`${D}+01:00`),
      [],
    ],
    [
      'an opening without hour, the day before',
      deadline(`${D}+01:00`, '12:00:00+01:00') + opening('2027-01-14+01:00'),
      ['opening-before-deadline'],
    ],
    ['a deadline without offset', deadline(D, '12:00:00'), ['missing-offset', 'missing-offset']],
    ['an hour alone without offset', deadline(`${D}+01:00`, '12:00:00'), ['missing-offset']],
    ['no deadline at all', '', []],
  ]
  for (const [what, hours, rules] of CASES)
    test(`${what}: ${rules.join(', ') || 'nothing'}`, ({ assert }) => {
      assert.deepEqual(rulesOf(notice(hours)), rules)
    })

  test('every lot is judged, and named', ({ assert }) => {
    const late =
      deadline(`${D}+01:00`, '12:00:00+01:00') + opening('2027-01-14+01:00', '12:00:00+01:00')
    const lots = notice(late).replace(
      /<cac:ProcurementProjectLot>.*<\/cac:ProcurementProjectLot>/s,
      (lot) => lot + lot
    )
    assert.deepEqual(
      checkNotice(Buffer.from(lots), NOW).map(({ path }) => path),
      [1, 2].map(
        (lot) =>
          `/ContractNotice/ProcurementProjectLot[${lot}]/TenderingProcess/OpenTenderEvent/OccurrenceDate`
      )
    )
  })

  const dated = (publication: string, hours: string) =>
    notice(hours, `<cbc:RequestedPublicationDate>${publication}</cbc:RequestedPublicationDate>`)

  test('a deadline before the day of publication is refused, of tenders and of requests', ({
    assert,
  }) => {
    for (const awaited of [deadline, requests]) {
      assert.deepEqual(
        rulesOf(dated('2027-01-16+01:00', awaited(`${D}+01:00`, '12:00:00+01:00'))),
        ['deadline-before-publication']
      )
      assert.deepEqual(
        rulesOf(dated('2027-01-15+01:00', awaited(`${D}+01:00`, '12:00:00+01:00'))),
        []
      )
      assert.deepEqual(
        rulesOf(dated('2027-01-15+01:00', awaited(`${D}+01:00`, '00:30:00+02:00'))),
        ['deadline-before-publication']
      )
    }
  })

  test('a notice that is dated of more than a day ago is warned about', ({ assert }) => {
    const sent = Date.parse('2026-11-29T07:00:00Z')
    assert.deepEqual(rulesOf(notice(''), sent + 86_400_000), [])
    assert.deepEqual(rulesOf(notice(''), sent + 86_400_001), ['warning dispatch-too-old'])
  })

  test('what is no notice, or no XML', ({ assert }) => {
    assert.deepEqual(rulesOf('<Invoice/>'), ['not-a-notice'])
    assert.deepEqual(rulesOf('bonjour'), ['unreadable'])
    assert.deepEqual(rulesOf(''), ['unreadable'])
  })
})

test.group('Notices of others', () => {
  const cases = sharedData('procurement', 'sealed', 'cases.json')
  const folder = sharedData('procurement', 'eforms', 'examples')
  const ABSENT = 'the official data is not on this machine'

  test('eforms-hours: the offset is what is compared', ({ assert }) => {
    const sample = readFileSync(`${folder}/cn_24_minimal.xml`, 'utf8')
    const { expect } = JSON.parse(readFileSync(cases!, 'utf8')).find(
      ({ id }: { id: string }) => id === 'eforms-hours'
    )
    const sent = Date.parse('2019-11-21T12:00:00Z')
    assert.deepEqual(rulesOf(sample, sent), [])
    const earlier = sample.replace(/(<cbc:OccurrenceTime>10:00:00)[^<]*/, '$1+03:00')
    assert.deepEqual(rulesOf(earlier, sent), expect)
  }).skip(folder === null, ABSENT)

  test('the samples of the SDK break no rule of ours, and pass the schema', async ({ assert }) => {
    const schemas = sharedData('procurement', 'eforms', 'sdk-1.15.1', 'schemas')!
    for (const name of readdirSync(folder!).filter((one) => !one.startsWith('INVALID'))) {
      const { answer } = await tenders(
        'notice-check',
        `${folder}/${name}`,
        '--schemas',
        schemas,
        '--json'
      )
      const rules = answer.findings.map(({ rule }: { rule: string }) => rule)
      assert.isEmpty(
        rules.filter((rule: string) => rule !== 'dispatch-too-old'),
        name
      )
    }
  }).skip(folder === null, ABSENT)
})
