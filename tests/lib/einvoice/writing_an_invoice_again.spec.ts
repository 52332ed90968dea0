import { readdirSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { SchemaSet } from '#lib/xml'
import { sharedData } from '#tests/helpers/shared_data'
import { checkFile, convertFile, type FileTarget } from '#lib/einvoice'
import { convert } from '#lib/einvoice/convert/convert'
import { invoiceOf } from '#lib/einvoice/read'
import { readXml } from '#lib/xml/tree/reader'
import { sampleInvoice } from './sample.js'

const written = async (from: string | Buffer, target: FileTarget) => {
  const answer = await convertFile(Buffer.from(from), target)
  if ('uncarried' in answer) throw new Error(`not carried: ${answer.uncarried.join(', ')}`)
  return answer.bytes
}

const uncarried = async (from: string, target: FileTarget) => {
  const answer = await convertFile(Buffer.from(from), target)
  return 'uncarried' in answer ? answer.uncarried : []
}

const SELLER = '<ram:GlobalID schemeID="0009">73282932000017</ram:GlobalID>'
const BUYER = '<ram:GlobalID schemeID="0009">55210055400013</ram:GlobalID>'

test.group('An invoice that is written again', () => {
  test('is valid in each form, and says what it is', async ({ assert }) => {
    for (const [target, format, container] of [
      ['ubl', 'UBL', null],
      ['cii', 'CII', null],
      ['facturx', 'CII', 'pdf'],
    ] as const) {
      const outcome = await checkFile(await written(sampleInvoice(), target))
      assert.deepEqual(
        [outcome.verdict, outcome.format, outcome.container],
        ['valid', format, container],
        target
      )
    }
  })

  test('comes back the same from the other syntax, and from a PDF', async ({ assert }) => {
    const ubl = await written(sampleInvoice(3), 'ubl')
    const cii = await written(ubl, 'cii')
    assert.equal((await written(cii, 'ubl')).toString(), ubl.toString())
    const pdf = await written(ubl, 'facturx')
    assert.equal((await written(pdf, 'cii')).toString(), cii.toString())
  })

  test('keeps the six places of a price, and the text that XML escapes', async ({ assert }) => {
    const odd = sampleInvoice()
      .replaceAll('>5.00<', '>5.000001<')
      .replaceAll('>Ramette<', '>Ramette &lt;A4&gt; &amp; « 80 g »<')
    const ubl = (await written(odd, 'ubl')).toString()
    assert.include(ubl, '>5.000001<')
    assert.include(ubl, 'Ramette &lt;A4&gt; &amp; « 80 g »')
  })

  test('is a credit note of UBL when its type says so', async ({ assert }) => {
    const credit = sampleInvoice().replace('>380<', '>381<')
    const ubl = (await written(credit, 'ubl')).toString()
    assert.match(ubl, /<(\w+:)?CreditNote\b/)
    assert.include((await written(ubl, 'cii')).toString(), '>381<')
  })

  test('makes a PDF that holds a clean Factur-X, of each of its profiles', async ({ assert }) => {
    for (const profile of [
      'urn:cen.eu:en16931:2017',
      'urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic',
      'urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended',
      'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
      'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
    ]) {
      const invoice = sampleInvoice().replace('urn:cen.eu:en16931:2017', profile)
      const { rules } = await checkFile(await written(invoice, 'facturx'))
      assert.deepEqual(
        rules.filter(({ set }) => set === 'container'),
        [],
        profile
      )
    }
  })
})

test.group('An invoice that cannot be written again whole', () => {
  test('names an element that no term covers', async ({ assert }) => {
    const odd = sampleInvoice().replace(
      '<ram:ApplicableHeaderTradeDelivery/>',
      '<ram:ApplicableHeaderTradeDelivery><ram:Unheard>1</ram:Unheard></ram:ApplicableHeaderTradeDelivery>'
    )
    const [name] = await uncarried(odd, 'ubl')
    assert.match(name, /Unheard/)
  })

  test('names what stands in a namespace of somebody else, which would be lost', async ({
    assert,
  }) => {
    const other = sampleInvoice().replace('<ram:Name>', '<x:Own xmlns:x="urn:x">ours</x:Own>$&')
    const [name] = await uncarried(other, 'cii')
    assert.match(name, /\/Own$/)
    assert.deepEqual(await uncarried(other.replace('ours', ''), 'cii'), [])
  })

  test('names a second identifier of the buyer, which UBL holds once', async ({ assert }) => {
    const two = sampleInvoice().replace(BUYER, BUYER + BUYER)
    assert.deepEqual(await uncarried(two, 'ubl'), ['BT-46'])
    const sellers = sampleInvoice().replace(SELLER, SELLER + SELLER)
    assert.deepEqual(await uncarried(sellers, 'ubl'), [])
  })

  test('names an identifier without scheme, which the French rules of UBL refuse', async ({
    assert,
  }) => {
    const bare = sampleInvoice().replace(SELLER, `<ram:ID>A-12</ram:ID>${SELLER}`)
    assert.deepEqual((await checkFile(Buffer.from(bare))).steps.br_fr, 'valid')
    assert.deepEqual(await uncarried(bare, 'ubl'), ['BT-29-1'])
    assert.deepEqual(await uncarried(bare, 'cii'), [])
    // What the French rules did not accept before is not held to them.
    const foreign = bare.replace('>B1<', '>ZZ<')
    assert.deepEqual(await uncarried(foreign, 'ubl'), [])
  })

  test('names an account that stands beside an IBAN', async ({ assert }) => {
    const two = sampleInvoice().replace(
      '</ram:IBANID>',
      '</ram:IBANID><ram:ProprietaryID>44421800</ram:ProprietaryID>'
    )
    assert.deepEqual(await uncarried(two, 'ubl'), ['BT-84'])
    assert.deepEqual(await uncarried(two, 'cii'), [])
  })

  test('names the profile that Factur-X does not know', async ({ assert }) => {
    const extended = sampleInvoice().replace(
      'urn:cen.eu:en16931:2017',
      'urn:cen.eu:en16931:2017#conformant#urn.cpro.gouv.fr:1p0:extended-ctc-fr'
    )
    assert.deepEqual(await uncarried(extended, 'facturx'), ['BT-24'])
  })

  test('names what the schema would miss, or could not take', async ({ assert }) => {
    for (const [from, to, name] of [
      ['>F2026-001<', '><', 'BT-1'],
      ['>20261101<', '>20261399<', 'BT-2'],
      ['>5.00<', '>cinq<', 'BT-146'],
      ['<ram:LineTotalAmount>50.00</ram:LineTotalAmount>', '', 'BT-131'],
    ]) {
      assert.deepEqual(await uncarried(sampleInvoice(1).replace(from, to), 'ubl'), [name])
    }
    const nameless = sampleInvoice().replace('urn:cen.eu:en16931:2017', '')
    assert.deepEqual(await uncarried(nameless, 'cii'), ['BT-24'])
  })

  test('is refused when it is no invoice', async ({ assert }) => {
    for (const bytes of ['', 'bonjour', '<x/>', '%PDF-1.7']) {
      const answer = await convertFile(Buffer.from(bytes), 'ubl')
      assert.isTrue('uncarried' in answer, bytes)
    }
  })

  test('loses no amount of another currency', ({ assert }) => {
    const total = '<ram:TaxTotalAmount currencyID="EUR">20.00</ram:TaxTotalAmount>'
    const two = sampleInvoice()
      .replace(total, `${total}<ram:TaxTotalAmount currencyID="USD">22.00</ram:TaxTotalAmount>`)
      .replace(
        '<ram:InvoiceCurrencyCode>',
        '<ram:TaxCurrencyCode>USD</ram:TaxCurrencyCode><ram:InvoiceCurrencyCode>'
      )
    const answer = convert(invoiceOf(readXml(Buffer.from(two)))!, 'UBL')
    assert.isTrue('text' in answer)
    assert.include('text' in answer ? answer.text : '', '22.00')
  })
})

/** The elements of text, each with its name and attributes. */
const textsOf = (xml: Buffer) => xml.toString().match(/<cbc:[^<]+<\/cbc:/g)!

test.group('The published examples, written again', () => {
  const examples = sharedData('einvoicing', 'corpus')
  const sheets = sharedData('einvoicing', 'artefacts/fnfe-france-rfe-1.4.0.03')
  if (!examples || !sheets) return
  const UBL = `${sheets}/UBL/1xsd_UBL2.1/maindoc/UBL`
  const schemas = {
    cii: SchemaSet.load(`${sheets}/CII/1xsd-CII_D22B_uncoupled/CrossIndustryInvoice_100pD22B.xsd`),
    Invoice: SchemaSet.load(`${UBL}-Invoice-2.1.xsd`),
    CreditNote: SchemaSet.load(`${UBL}-CreditNote-2.1.xsd`),
  }
  const files = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /^(afnor|en16931)\/.*(cii|ubl)[^/]*\.xml$/i.test(file) && !file.includes('/unit/')
  )

  test('keep to the schemas, and come back with every term', async ({ assert }) => {
    let back = 0
    for (const file of files) {
      const from = readFileSync(`${examples}/${file}`)
      for (const target of ['ubl', 'cii'] as const) {
        const answer = await convertFile(from, target)
        if ('uncarried' in answer) {
          assert.isNotEmpty(answer.uncarried, file)
          continue
        }
        const isCredit = answer.bytes.includes('<CreditNote')
        const schema = schemas[target === 'cii' ? 'cii' : isCredit ? 'CreditNote' : 'Invoice']
        assert.deepEqual(schema.validate(answer.bytes), [], `${file} in ${target}`)
        if (target === 'cii') continue
        const other = await written(answer.bytes, 'cii')
        // A gross price that only a reduction told may come back said.
        const lost = textsOf(answer.bytes)
        for (const one of textsOf(await written(other, 'ubl'))) {
          if (lost.includes(one)) lost.splice(lost.indexOf(one), 1)
        }
        assert.deepEqual(lost, [], file)
        back += 1
      }
    }
    assert.isAbove(back, 20)
  })
})
