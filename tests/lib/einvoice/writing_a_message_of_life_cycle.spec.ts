import { test } from '@japa/runner'
import { checkFile } from '#lib/einvoice'
import { STATUS_FACTS, writeCdar, type LifecycleMessage } from '#lib/einvoice/lifecycle'
import { SchemaSet } from '#lib/xml'
import { sharedData } from '#tests/helpers/shared_data'

const message = (over: Partial<LifecycleMessage> = {}): LifecycleMessage => ({
  id: 'F2026-001_204_20261129',
  createdAt: '2026-11-29T17:00:00',
  at: '2026-11-29T16:59:30',
  sender: { siren: null, name: null, role: 'WK' },
  issuer: { siren: '552100554', name: 'Commune de Kervalan', role: 'BY' },
  recipient: {
    siren: '732829320',
    name: 'Papeterie Le Goff & fils',
    role: 'SE',
    address: '732829320_STATUTS',
  },
  status: '204',
  invoice: { number: 'F2026-001', type: '380', issuedOn: '2026-11-01', sellerSiren: '732829320' },
  ...over,
})

const REASON = [{ code: 'REF_CT_ABSENT', text: 'Le marché <12> manque', action: 'NIN' }]
const PAID = [{ type: 'MEN', amount: '120.00', vatPercent: '20.00', currency: 'EUR' }]

/** A platform tells what was transmitted; a party tells what it did. */
const issuerOf = (status: string) =>
  STATUS_FACTS[status].phase === '305' ? { siren: null, name: null, role: 'WK' } : message().issuer

const whole = (status: string) =>
  message({
    status,
    issuer: issuerOf(status),
    reasons: ['206', '207', '208', '210'].includes(status)
      ? REASON
      : status === '213'
        ? [{ code: 'REJ_SEMAN' }]
        : status === '221'
          ? [{ code: 'ROUTAGE_ERR' }]
          : [],
    amounts: status === '212' ? PAID : [],
  })

test.group('A message of life cycle that is written', () => {
  test('breaks no rule, whatever the status', async ({ assert }) => {
    for (const status of Object.keys(STATUS_FACTS)) {
      const { verdict, format, rules } = await checkFile(Buffer.from(writeCdar(whole(status))))
      const fatal = rules.filter(({ severity }) => severity === 'fatal').map(({ id }) => id)
      assert.deepEqual([format, verdict, fatal], ['CDAR', 'valid', []], status)
    }
  })

  test('keeps to the official schema', ({ assert }) => {
    const xsd = sharedData(
      'einvoicing',
      'artefacts/fnfe-france-rfe-1.4.0.03/CDAR/1xsd-CDAR_D22B_uncoupled/CrossDomainAcknowledgementAndResponse_100pD22B.xsd'
    )
    if (!xsd) return
    const schema = SchemaSet.load(xsd)
    for (const status of Object.keys(STATUS_FACTS)) {
      assert.deepEqual(schema.validate(Buffer.from(writeCdar(whole(status)))), [], status)
    }
  })

  test('numbers its details, and escapes what is written in them', ({ assert }) => {
    const text = writeCdar(message({ status: '208', reasons: [...REASON, ...REASON] }))
    assert.include(text, 'Le marché &lt;12&gt; manque')
    assert.include(text, 'Papeterie Le Goff &amp; fils')
    const numbers = [...text.matchAll(/<ram:SequenceNumeric>(\d)</g)].map(([, number]) => number)
    assert.deepEqual(numbers, ['1', '2'])
  })

  test('is refused for a status that no message carries', ({ assert }) => {
    assert.throws(() => writeCdar(message({ status: '999' })), RangeError as never)
  })
})
