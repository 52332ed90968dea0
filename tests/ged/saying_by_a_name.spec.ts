import { test } from '@japa/runner'
import { saidByName } from '#app/ged/rules/said_by_name'

const TYPES = [
  ['arrete', 'Arrêté'],
  ['compte_rendu', 'Compte rendu'],
  ['courrier', 'Courrier'],
  ['deliberation', 'Délibération'],
  ['document', 'Document'],
  ['facture', 'Facture'],
  ['marche', 'Marché'],
  ['plan', 'Plan'],
  ['proces_verbal', 'Procès-verbal'],
  ['titre', 'Titre de recettes'],
].map(([code, label]) => ({ code, label }))

const said = (name: string) => {
  const { type, date } = saidByName(name, TYPES)
  return [type, date]
}

test.group('What the name of a file says of it', () => {
  test('its type comes first, once numbers and days are passed', ({ assert }) => {
    assert.deepEqual(said('Arrêté 2026-117 circulation.pdf'), ['arrete', null])
    assert.deepEqual(said('DEL2026_131.pdf'), ['deliberation', null])
    assert.deepEqual(said('2026-03-12 Délibération tarifs.odt'), ['deliberation', '2026-03-12'])
    assert.deepEqual(said('scan de la facture EDF.jpg'), ['facture', null])
    assert.deepEqual(said('Factures 2025.zip'), ['facture', null])
    assert.deepEqual(said('PV conseil 12.03.2026.docx'), ['proces_verbal', '2026-03-12'])
    assert.deepEqual(said('12 mars 2026 compte-rendu.txt'), ['compte_rendu', '2026-03-12'])
    assert.deepEqual(said('Titre de recettes 12.pdf'), ['titre', null])
    // A Mac writes its accents apart
    assert.deepEqual(said('Arrêté.pdf'.normalize('NFD')), ['arrete', null])
  })

  test('a word further on says what it is about, and not what it is', ({ assert }) => {
    assert.deepEqual(said('Place du marché.jpg'), [null, null])
    assert.deepEqual(said('Courrier facture EDF.pdf'), ['courrier', null])
    assert.deepEqual(said('AR préfecture.pdf'), [null, null])
    assert.deepEqual(said('Titre.pdf'), [null, null])
    assert.deepEqual(said('Document 12.pdf'), [null, null])
    assert.deepEqual(said(''), [null, null])
  })

  test('a day is read however it is written, if it exists', ({ assert }) => {
    assert.deepEqual(said('IMG_20260312.jpg'), [null, '2026-03-12'])
    assert.deepEqual(said('courrier du 1er février 2026.pdf'), ['courrier', '2026-02-01'])
    assert.deepEqual(said('plan 3-4-2025.pdf'), ['plan', '2025-04-03'])
    for (const name of ['2026-02-30', '20261301', '2026-117', '12-03-26', '99999999', '0012-01-01'])
      assert.deepEqual(said(`plan ${name}.pdf`), ['plan', null], name)
  })
})
