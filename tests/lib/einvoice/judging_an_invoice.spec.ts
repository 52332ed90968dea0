import { test } from '@japa/runner'
import { checkFile } from '#lib/einvoice'
import { sampleInvoice } from './sample.js'

const check = (xml: string) => checkFile(Buffer.from(xml))

async function fatal(change: (xml: string) => string): Promise<string[]> {
  const changed = change(sampleInvoice())
  if (changed === sampleInvoice()) throw new Error('nothing was changed')
  const { rules } = await check(changed)
  return [...new Set(rules.filter(({ severity }) => severity === 'fatal').map(({ id }) => id))]
}

const replace = (from: string, to: string) => (xml: string) => xml.replace(from, to)
const replaceLast = (from: string, to: string) => (xml: string) => {
  const at = xml.lastIndexOf(from)
  return xml.slice(0, at) + to + xml.slice(at + from.length)
}
const long = (length: number) => 'x'.repeat(length)

test.group('An invoice on a bare machine', () => {
  test('is valid when every rule holds', async ({ assert }) => {
    const outcome = await check(sampleInvoice())
    assert.deepEqual(outcome.rules, [])
    assert.deepInclude(outcome, {
      format: 'CII',
      container: null,
      profile: 'urn:cen.eu:en16931:2017',
      verdict: 'valid',
    })
    assert.deepEqual(outcome.steps, { xsd: null, profile: 'valid', br_fr: 'valid', cpro: 'valid' })
  })

  const BROKEN: [says: string, change: (xml: string) => string, ids: string[]][] = [
    ['has no number', replace('<ram:ID>F2026-001</ram:ID>', ''), ['BR-02']],
    [
      'has a wrong total',
      replace('<ram:LineTotalAmount>100.00<', '<ram:LineTotalAmount>100.01<'),
      ['BR-CO-10', 'BR-CO-13'],
    ],
    [
      'has a wrong base',
      replace('<ram:BasisAmount>100.00<', '<ram:BasisAmount>100.10<'),
      ['BR-S-08'],
    ],
    [
      'writes a rate with three digits',
      replace('>20.00<', '>20.000<'),
      ['BR-FR-16_BT-152', 'BR-FR-DEC-04_BT-152'],
    ],
    ['has a note less', replace('PMD', 'ABL'), ['BR-FR-05_BT-22_PMD']],
    ['is due before it is written', replace('20261201', '20261001'), ['BR-FR-CO-07_BT-9']],
    [
      'has a day that does not exist',
      replace('20261201', '20260230'),
      ['BR-FR-03_BT-9', 'BR-FR-CO-07_BT-9'],
    ],
    [
      'has a country that does not exist',
      replaceLast('FR</ram:CountryID>', 'ZZ</ram:CountryID>'),
      ['BR-CL-14'],
    ],
    [
      'writes a comma in an amount',
      replace('>50.00<', '>50,00<'),
      ['BR-CO-10', 'BR-FR-DEC-01_BT-131', 'BR-S-08'],
    ],
    [
      'is not subject to VAT and names a number',
      (xml) =>
        xml
          .replaceAll('>S<', '>O<')
          .replaceAll(/<ram:RateApplicablePercent>.*?<\/ram:RateApplicablePercent>/g, ''),
      ['BR-O-02', 'BR-O-09', 'BR-O-10'],
    ],
  ]
  for (const [says, change, ids] of BROKEN) {
    test(`is invalid when it ${says}`, async ({ assert }) => {
      assert.sameMembers(await fatal(change), ids)
    })
  }

  const PUBLIC: [says: string, change: (xml: string) => string, id: string][] = [
    ['a long number', replace('F2026-001', long(21)), 'BR-FR-CPRO-02'],
    [
      'no SIRET of the buyer',
      replaceLast('<ram:GlobalID schemeID="0009">55210055400013</ram:GlobalID>', ''),
      'BR-FR-CPRO-10',
    ],
    [
      'no SIRET of the seller',
      replace('<ram:GlobalID schemeID="0009">73282932000017</ram:GlobalID>', ''),
      'BR-FR-CPRO-09',
    ],
    ['a long order', replace('BC-12', long(51)), 'BR-FR-CPRO-15'],
    ['a sub-contractor without agent', replace('>B1<', '>S3<'), 'BR-FR-CPRO-21'],
    ['the mode S5', replace('>B1<', '>S5<'), 'BR-FR-CPRO-24'],
    ['a long name', replace('Papeterie Le Goff', long(100)), 'BR-FR-CPRO-43'],
    ['a long note', replace('Pas d’escompte', long(1_025)), 'BR-FR-CPRO-42'],
  ]
  for (const [says, change, id] of PUBLIC) {
    test(`to a public buyer may not have ${says}`, async ({ assert }) => {
      assert.include(await fatal(change), id)
    })
    test(`to a company may have ${says}`, async ({ assert }) => {
      const found = await fatal((xml) => change(xml).replace('>B2G<', '>B2B<'))
      assert.notInclude(found, id)
    })
  }

  test('tells twenty places of one fault, and how many more there are', async ({ assert }) => {
    const { rules } = await check(sampleInvoice(50).replaceAll('unitCode="C62"', ''))
    const told = rules.filter(({ id }) => id === 'BR-23')
    assert.lengthOf(told, 20)
    assert.match(told[19].message, /30 autres endroits/)
    assert.equal(
      told[1].at,
      '/CrossIndustryInvoice/SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem[2]'
    )
  })

  test('is advised of what it reckons otherwise, and stays valid', async ({ assert }) => {
    const near = sampleInvoice()
      .replace('<ram:CalculatedAmount>20.00', '<ram:CalculatedAmount>20.90')
      .replace('currencyID="EUR">20.00', 'currencyID="EUR">20.90')
      .replaceAll('>120.00<', '>120.90<')
    const { verdict, rules } = await check(near)
    assert.equal(verdict, 'valid')
    assert.deepEqual(
      rules.map(({ id, set }) => [id, set]),
      [['ADV-VAT', 'advice']]
    )
    assert.match(rules[0].message, /20\.00/)
  })
})
