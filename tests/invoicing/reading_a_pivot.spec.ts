import { test } from '@japa/runner'
import { textLayer } from '#lib/pdf/text_layer'
import { drawReadable } from '#app/invoicing/readable/draw_readable'
import { MOST_LINES } from '#app/invoicing/reading/content'
import { readReceived } from '#app/invoicing/reading/read_received'

const line = (rank: number) =>
  `<Ligne NumOrdre="${rank}"><ReferenceProduit>Enrobé ${rank}</ReferenceProduit><PrixUnitaire>50.000000</PrixUnitaire>
  <Quantite>1</Quantite><MontantHT>50.000000</MontantHT><TauxTVA>20</TauxTVA></Ligne>`

const one = (number: string, lines: string) => `<CPPFacturePivotUnitaire NumOrdre="1">
<Fournisseur><TypeIdentifiant>1</TypeIdentifiant><Identifiant>73282932000017</Identifiant><RaisonSociale>Papeterie Le Goff</RaisonSociale>
<ReferenceBancaire Type="IBAN"><Compte>FR1420041010050500013M02606</Compte></ReferenceBancaire></Fournisseur>
<Debiteur><TypeIdentifiant>1</TypeIdentifiant><Identifiant>55210055400013</Identifiant><Nom>Commune de Kervalan</Nom><CodeService>VOIRIE</CodeService></Debiteur>
<DonneesFacture><Id>${number}</Id><Type>380</Type><Cadre>A1</Cadre><DateEmissionFacture>2026-11-01</DateEmissionFacture>
<ModePaiement><Code>30</Code></ModePaiement><Devise>EUR</Devise>
<Montants><MontantHT>100.000000</MontantHT><MontantTTC>120.000000</MontantTTC></Montants>
<TVAs><TVA><Taux>20</Taux><BaseHt>100.000000</BaseHt><MontantTVA>20.000000</MontantTVA></TVA></TVAs>
<Engagement><NumeroMarche>M-26-3</NumeroMarche><NumeroEngagement>BC-12</NumeroEngagement></Engagement>
<Lignes>${lines}</Lignes></DonneesFacture>
<PJ><NomPJ>facture.pdf</NomPJ><TypePJ>01</TypePJ></PJ></CPPFacturePivotUnitaire>`

const pivot = (...invoices: string[]) =>
  Buffer.from(
    `<CPPFacturePivot><CPPFactures Compteur="1">${invoices.join('')}</CPPFactures></CPPFacturePivot>`
  )
const read = async (bytes: Buffer) => (await readReceived({ bytes })).content

test.group('What people read of a pivot of Chorus Pro', () => {
  test('is what it says, as written, and nothing that it does not say', async ({ assert }) => {
    const content = await read(pivot(one('F2026-001', line(1) + line(2))))
    assert.deepEqual(content, {
      number: 'F2026-001',
      issuedOn: '2026-11-01',
      dueOn: '',
      currency: 'EUR',
      seller: { name: 'Papeterie Le Goff', id: '73282932000017', vat: '', address: '' },
      buyer: { name: 'Commune de Kervalan', id: '55210055400013', address: '' },
      engagement: 'BC-12',
      service: 'VOIRIE',
      frame: 'A1',
      contract: 'M-26-3',
      iban: 'FR1420041010050500013M02606',
      lines: [1, 2].map((rank) => ({
        ...{ number: String(rank), name: `Enrobé ${rank}`, quantity: '1', unit: '' },
        ...{ price: '50.000000', vatRate: '20', total: '50.000000' },
      })),
      moreLines: 0,
      vat: [{ rate: '20', basis: '100.000000', amount: '20.000000' }],
      // What is due is the whole, when the pivot does not say otherwise
      totals: { net: '100.000000', vat: '', gross: '120.000000', paid: '', due: '120.000000' },
      notes: [],
    })
  })

  test('is its first invoice, of which a page shows the first lines and counts the others', async ({
    assert,
  }) => {
    const lines = Array.from({ length: MOST_LINES + 3 }, (_, index) => line(index + 1)).join('')
    const content = await read(pivot(one('F2026-001', lines), one('F2026-002', line(1))))
    assert.equal(content!.number, 'F2026-001')
    assert.lengthOf(content!.lines, MOST_LINES)
    assert.equal(content!.moreLines, 3)
  })

  test('is nothing when it holds no invoice', async ({ assert }) => {
    assert.isNull(await read(pivot()))
  })

  test('is drawn in a PDF that names who sells, who buys and what is due', async ({ assert }) => {
    const content = await read(pivot(one('F2026-001', line(1))))
    const pdf = await drawReadable(content!, { accent: '#1d6673', day: '2026-11-20' })
    const text = (await textLayer(pdf)).pages.join(' ')
    for (const words of [
      'F2026-001',
      'Papeterie Le Goff',
      'Commune de Kervalan',
      'Enrobé 1',
      '120,00',
    ])
      assert.include(text, words)
  })
})
