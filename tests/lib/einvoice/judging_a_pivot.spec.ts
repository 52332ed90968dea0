import { readdirSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { checkFile } from '#lib/einvoice'
import { sharedData } from '#tests/helpers/shared_data'

const PIVOT = `<CPPFacturePivot><CPPFactures Compteur="1"><CPPFacturePivotUnitaire NumOrdre="1">
<Fournisseur><TypeIdentifiant>1</TypeIdentifiant><Identifiant>73282932000017</Identifiant><RaisonSociale>Papeterie</RaisonSociale></Fournisseur>
<Debiteur><TypeIdentifiant>1</TypeIdentifiant><Identifiant>55210055400013</Identifiant><CodeService>VOIRIE</CodeService></Debiteur>
<DonneesFacture><Id>F2026-001</Id><Type>380</Type><Cadre>A1</Cadre><DateEmissionFacture>2026-11-01</DateEmissionFacture>
<ModePaiement><Code>30</Code></ModePaiement><Devise>EUR</Devise>
<Montants><MontantHT>100.000000</MontantHT><MontantTTC>120.000000</MontantTTC></Montants></DonneesFacture>
<PJ><NomPJ>facture.pdf</NomPJ><TypePJ>01</TypePJ></PJ>
</CPPFacturePivotUnitaire></CPPFactures></CPPFacturePivot>`

const check = (text: string) => checkFile(Buffer.from(text))

test.group('A pivot of Chorus Pro', () => {
  test('is judged without a schema, and its rules are those of Chorus Pro', async ({ assert }) => {
    const { format, verdict, steps, rules } = await check(PIVOT)
    assert.deepEqual([format, verdict, steps.cpro, rules], ['PIVOT', 'valid', 'valid', []])
  })

  test('says the term of what it breaks, and how to mend', async ({ assert }) => {
    for (const [from, to, id, term] of [
      ['>F2026-001<', `>${'F'.repeat(21)}<`, 'PIVOT-02', 'BT-1'],
      ['<Id>F2026-001</Id>', '', 'PIVOT-01', 'BT-1'],
      ['>380<', '>384<', 'PIVOT-05', 'BT-3'],
      ['>A1<', '>A26<', 'PIVOT-06', 'BT-23'],
      ['>2026-11-01<', '>01/11/2026<', 'PIVOT-07', 'BT-2'],
      ['<Code>30<', '<Code>58<', 'PIVOT-08', 'BT-81'],
      ['>73282932000017<', '>732 829 320 00017<', 'PIVOT-10', 'BT-29'],
      ['>55210055400013<', '>552100554<', 'PIVOT-12', 'BT-46'],
      ['>VOIRIE<', `>${'V'.repeat(101)}<`, 'PIVOT-13', 'BT-46-service'],
      ['>120.000000<', '>120,00<', 'PIVOT-20', 'BT-112'],
      ['>facture.pdf<', `>${'f'.repeat(51)}<`, 'PIVOT-18', 'BT-125-2'],
      ['>01<', '>03<', 'PIVOT-19', 'BT-125-type'],
    ]) {
      const { verdict, rules } = await check(PIVOT.replace(from, to))
      const told = rules.map((one) => [one.id, one.term, one.set])
      assert.deepEqual([verdict, told], ['invalid', [[id, term, 'cpro']]], to)
    }
  })

  test('holds an invoice at least', async ({ assert }) => {
    const { verdict, rules } = await check('<CPPFacturePivot/>')
    assert.deepEqual([verdict, rules.map(({ id }) => id)], ['invalid', ['PIVOT-21']])
  })

  test('judges each of several invoices in one file', async ({ assert }) => {
    const [one] = /<CPPFacturePivotUnitaire.*<\/CPPFacturePivotUnitaire>/s.exec(PIVOT)!
    const { rules } = await check(PIVOT.replace(one, one + one.replace('>380<', '>12<')))
    assert.lengthOf(rules, 1)
    assert.include(rules[0].at, 'CPPFacturePivotUnitaire[2]')
  })

  test('finds nothing to say of those that were received', async ({ assert }) => {
    const folder = sharedData('einvoicing', 'corpus/chorus-pivot')
    if (!folder) return
    for (const file of readdirSync(folder)) {
      const { rules } = await checkFile(readFileSync(`${folder}/${file}`))
      assert.deepEqual(rules, [], file)
    }
  })
})
