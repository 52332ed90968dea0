import { test } from '@japa/runner'
import { checkFile } from '#lib/einvoice'
import { sampleInvoice } from './sample.js'

const EXTENDED = 'urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended'
const BASIC_WL = 'urn:factur-x.eu:1p0:basicwl'
const of = (profile: string) => sampleInvoice().replace('urn:cen.eu:en16931:2017', profile)
const withoutLines = (text: string) =>
  text.replaceAll(
    /<ram:IncludedSupplyChainTradeLineItem>[^]*<\/ram:IncludedSupplyChainTradeLineItem>/g,
    ''
  )

/** What is broken of what the profile counts, as `id term`. */
async function counted(xml: string) {
  const { rules } = await checkFile(Buffer.from(xml))
  return rules
    .filter(({ id }) => id.startsWith('FX-SCH-A-'))
    .map(({ id, term, message }) => ({ said: `${id} ${term}`, message }))
}

test.group('What a profile of Factur-X wants, once or at most', () => {
  const CASES: [says: string, profile: string, xml: (text: string) => string, said: string[]][] = [
    ['nothing of a right invoice', EXTENDED, (text) => text, []],
    ['nothing of one without lines', BASIC_WL, withoutLines, []],
    [
      'the number of the invoice',
      EXTENDED,
      (text) => text.replace('<ram:ID>F2026-001</ram:ID>', ''),
      ['FX-SCH-A-000019 BT-1'],
    ],
    [
      'the same of BASIC WL',
      BASIC_WL,
      (text) => withoutLines(text).replace('<ram:ID>F2026-001</ram:ID>', ''),
      ['FX-SCH-A-000019 BT-1'],
    ],
    [
      'how the day of the invoice is written',
      EXTENDED,
      (text) => text.replace(' format="102"', ''),
      ['FX-SCH-A-000021 BT-2'],
    ],
    [
      'the price of each line, told at each',
      EXTENDED,
      (text) => text.replaceAll(/<ram:ChargeAmount>[^<]*<\/ram:ChargeAmount>/g, ''),
      ['FX-SCH-A-000532 BT-146', 'FX-SCH-A-000532 BT-146'],
    ],
    ['at least one line', EXTENDED, withoutLines, ['FX-SCH-A-000265 BG-25']],
  ]
  for (const [says, profile, change, said] of CASES) {
    test(`is ${says}`, async ({ assert }) => {
      const found = await counted(change(of(profile)))
      assert.sameMembers(
        found.map((one) => one.said),
        said
      )
      for (const { message } of found) assert.match(message, /^(Écrivez|Gardez) (un|l’)/)
    })
  }

  test('is not asked of EN 16931, whose own rules say it', async ({ assert }) => {
    const xml = sampleInvoice().replace('<ram:ID>F2026-001</ram:ID>', '')
    assert.deepEqual(await counted(xml), [])
  })
})
