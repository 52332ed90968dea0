import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import { checkFile } from '#lib/einvoice'
import { importPack, PackRefused, Packs } from '#lib/einvoice/packs'
import { LocalDate } from '#lib/values'
import { sharedData } from '#tests/helpers/shared_data'
import { sampleInvoice } from './sample.js'

const TODAY = '2026-11-29'

/** A sheet for EN 16931 in CII that holds one assertion of its own. */
const sheet = (
  id: string,
  asserted: string,
  { title = 'EN16931 model bound to CII', flag = 'fatal' } = {}
) =>
  `<schema xmlns="http://purl.oclc.org/dsdl/schematron"><title>${title}</title>
   <ns prefix="rsm" uri="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>
   <ns prefix="ram" uri="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"/>
   <pattern><rule context="/rsm:CrossIndustryInvoice">
   <assert id="${id}" flag="${flag}" test="${asserted}">[${id}]-BT-1 shall be there.</assert></rule></pattern></schema>`

test.group('Packs of official rules', (group) => {
  let folder: string
  let home: string

  group.each.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'packs-'))
    home = join(folder, 'home')
    return () => rmSync(folder, { recursive: true })
  })

  const put = (name: string, text: string) => {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  const imported = (name: string, from?: string) =>
    importPack(join(folder, name), home, { from, today: TODAY })
  const packsOn = (day: string) => Packs.in(home, LocalDate.parse(day))
  const check = (day = TODAY, invoice = sampleInvoice()) =>
    checkFile(Buffer.from(invoice), packsOn(day))

  test('are named after their folder, and say how many assertions they hold', ({ assert }) => {
    put('pack-1.4.0.03/cii/EN16931-CII.sch', sheet('BR-02', 'true()'))
    put('pack-1.4.0.03/cii/EN16931-CII_WARNING.sch', sheet('BR-02', 'true()', { flag: 'warning' }))
    const { version, from, sheets } = imported('pack-1.4.0.03')
    assert.deepEqual([version, from], ['1.4.0.03', TODAY])
    assert.deepEqual(sheets, { 'en-cii': { file: 'cii/EN16931-CII.sch', asserts: 1 } })
    assert.deepEqual(readdirSync(home), ['1.4.0.03'])
  })

  test('replace the one of the same version, and nothing else', ({ assert }) => {
    put('a-1.1/x.sch', sheet('BR-02', 'true()'))
    put('b-1.1/y.sch', sheet('BR-02', 'true()'))
    imported('a-1.1')
    imported('b-1.1')
    assert.deepEqual(readdirSync(join(home, '1.1')).sort(), ['pack.json', 'y.sch'])
  })

  test('are refused when a folder holds none, or a sheet that does not compile', ({ assert }) => {
    put('none/readme.txt', '')
    put(
      'bad-2.0/x.sch',
      sheet('BR-02', 'true(').replace('<pattern>', '<let name="a" value="(("/>$&')
    )
    put('torn-2.1/x.sch', '<schema>')
    for (const name of ['none', 'bad-2.0', 'torn-2.1', 'absent']) {
      assert.throws(() => imported(name), PackRefused as never)
    }
  })

  test('apply from their date, the newest first', async ({ assert }) => {
    put('old-1.0/x.sch', sheet('BR-OLD', 'false()'))
    put('new-2.0/x.sch', sheet('BR-NEW', 'false()'))
    imported('old-1.0', '2026-01-01')
    imported('new-2.0', '2026-12-01')
    const idsOn = async (day: string) => (await check(day)).rules.map(({ id }) => id)
    assert.deepEqual(await idsOn('2025-12-31'), [])
    assert.deepEqual(await idsOn('2026-11-30'), ['BR-OLD'])
    assert.deepEqual(await idsOn('2026-12-01'), ['BR-NEW'])
  })

  test('decide where they differ from the model, and both are told', async ({ assert }) => {
    put('p-1.0/x.sch', sheet('BR-77', 'rsm:None'))
    imported('p-1.0')
    const stricter = await check()
    assert.deepEqual([stricter.verdict, stricter.steps.profile], ['invalid', 'invalid'])
    const [{ id, term, disputed, set }] = stricter.rules
    assert.deepEqual([id, term, disputed, set], ['BR-77', 'BT-1', true, 'en16931'])

    const wrongSum = sampleInvoice().replaceAll('>120.00<', '>121.00<')
    put('p-1.0/x.sch', sheet('BR-77', 'true()'))
    imported('p-1.0')
    const milder = await check(TODAY, wrongSum)
    assert.equal(milder.steps.profile, 'valid')
    assert.isTrue(milder.rules.find((one) => one.id === 'BR-CO-15')?.disputed)
  })

  test('agree with the model when both break the same rule, told once', async ({ assert }) => {
    put('p-1.0/x.sch', sheet('BR-CO-15', 'false()'))
    imported('p-1.0')
    const { rules } = await check(TODAY, sampleInvoice().replaceAll('>120.00<', '>121.00<'))
    const told = rules.filter(({ id }) => id === 'BR-CO-15')
    assert.deepEqual(
      told.map(({ disputed }) => disputed),
      [undefined]
    )
  })

  test('say that a rule cannot be computed, and every other rule is still asked', async ({
    assert,
  }) => {
    put('p-1.0/x.sch', sheet('BR-77', "xs:decimal('1,0') = 1"))
    imported('p-1.0')
    const { rules } = await check()
    assert.match(rules[0].message, /ne se calcule pas/)
  })
})

/** Files on which the official sheet itself stops in error, so that only one of two engines speaks. */
const STOPPED = [
  'Extended___SubInvoiceLines_Buero_Material_Bsp3__.xml',
  'Extended___SubInvoiceLines_Kaffee_Bundle_Set_Bsp4__.xml',
  'ZUGFeRD_Extended__Abschlagsrechnung_SubInvoiceLine_u_LV_Nr_.xml',
  'invalidSubInvoiceLineHierarchy.xml',
  'Extended_fremdwaehrung.xml',
  'line-total-4-decimals.xml',
  'X03_01_Abschlagsrechnung_SubInvoiceLine_u_LV_Nr.xml',
]

test.group('The official pack on the corpus', (group) => {
  const corpus = sharedData('einvoicing', 'corpus')
  const artefacts = sharedData('einvoicing', 'artefacts/fnfe-france-rfe-1.4.0.03')
  if (!corpus || !artefacts) return
  let home: string

  group.setup(() => {
    home = mkdtempSync(join(tmpdir(), 'official-'))
    importPack(artefacts, home, { today: TODAY })
    return () => rmSync(home, { recursive: true })
  })

  test('agrees with the model on every rule and with the schemas, but where a sheet stops', async ({
    assert,
  }) => {
    const packs = Packs.in(home, LocalDate.parse(TODAY))
    const { files } = JSON.parse(readFileSync(`${corpus}/manifest.json`, 'utf8'))
    for (const { file, format, expect } of files) {
      if (file.includes('/unit/') || format === 'CPPFacturePivot') continue
      const { verdict, steps, rules } = await checkFile(readFileSync(`${corpus}/${file}`), packs)
      assert.equal(steps.xsd, expect.xsd, file)
      const said = format === 'CDAR' ? expect.profile_chain : expect.fr_ctc_chain
      if (said !== null) assert.equal(verdict, said, file)
      const disputed = rules.filter((one) => one.disputed).map(({ id }) => id)
      if (!STOPPED.includes(file.split('/').at(-1))) assert.deepEqual(disputed, [], file)
    }
  })
})
