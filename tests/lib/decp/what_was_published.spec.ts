import { test } from '@japa/runner'
import { judge, said } from './judged.js'
import { concession, fileAsXml, fileOf, marche, type Patched } from './sample_records.js'

const M = '/marches/marche/0'

test.group('What was published', () => {
  const published = () => JSON.stringify(fileOf([marche()], [concession()]))
  const against = (change: (one: Patched, other: Patched) => void) => {
    const [one, other] = [marche(), concession()]
    change(one, other)
    return said(judge(JSON.stringify(fileOf([one], [other])), published()))
  }

  test('may be added to, and published again as it was', ({ assert }) => {
    assert.deepEqual(
      against(() => undefined),
      []
    )
    const added = against((one) => {
      one.modifications.push({
        modification: {
          id: 3,
          dateNotificationModification: '2026-07-01',
          datePublicationDonneesModification: '2026-07-01',
          montant: 240_000,
        },
      })
      one.modificationsActesSousTraitance = [
        {
          modificationActeSousTraitance: {
            id: 1,
            dateNotificationModificationSousTraitance: '2026-07-01',
            datePublicationDonnees: '2026-07-02',
          },
        },
      ]
    })
    assert.deepEqual(added, [])
    const more = fileOf([marche(), { ...marche(), id: '2026-013' }], [concession()])
    assert.deepEqual(said(judge(fileAsXml(more), published())), [])
  })

  const CHANGES: [what: string, change: (one: Patched, other: Patched) => void, path: string][] = [
    ['an amount', (one) => (one.montant = 1), `${M}/montant`],
    ['a word within', (one) => (one.lieuExecution.code = '35001'), `${M}/lieuExecution/code`],
    [
      'a day of publication',
      (one) => (one.datePublicationDonnees = '2026-03-11'),
      `${M}/datePublicationDonnees`,
    ],
    [
      'a modification',
      (one) => (one.modifications[0].modification.montant = 5),
      `${M}/modifications/0/modification/montant`,
    ],
    ['a modification that is gone', (one) => one.modifications.pop(), `${M}/modifications`],
    ['an acte that is gone', (one) => delete one.actesSousTraitance, `${M}/actesSousTraitance`],
    ['a field that is gone', (one) => delete one.tauxAvance, `${M}/tauxAvance`],
    [
      'a field that comes',
      (one) => Object.assign(one, { origineUE: 1, origineFrance: 1 }),
      `${M}/origineUE`,
    ],
    ['the holder', (one) => (one.titulaires[0].titulaire.id = '38103128500491'), `${M}/titulaires`],
    ['a record that is gone', (one) => (one.id = '2026-099'), '/marches'],
    [
      'a tariff of a past year',
      (_, other) => (other.donneesExecution[0].donneesAnnuelles.tarifs[0].tarif.tarif = 9),
      '/marches/contrat-concession/0/donneesExecution/0/donneesAnnuelles/tarifs',
    ],
  ]
  for (const [what, change, path] of CHANGES)
    test(`is not edited: ${what}`, ({ assert }) => {
      assert.equal(against(change)[0], `published-edited ${path}`)
    })
})
