import { test } from '@japa/runner'
import { judge, judgeFile, said } from './judged.js'
import { concession, fileAsXml, fileOf, marche, type Patched } from './sample_records.js'

const M = '/marches/marche/0'

test.group('Essential data that are right', () => {
  test('are accepted, in JSON and in XML', ({ assert }) => {
    const file = fileOf([marche()], [concession()])
    assert.deepEqual(judgeFile(file), [])
    assert.deepEqual(said(judge(fileAsXml(file))), [])
    assert.deepEqual(said(judge(Buffer.from(`\ufeff${JSON.stringify(file)}`))), [])
  })

  test('no record at all is right', ({ assert }) => {
    assert.deepEqual(judgeFile({ marches: { marche: [] } }), [])
  })
})

test.group('Each fault is named, at its place', () => {
  const A = `${M}/actesSousTraitance/0/acteSousTraitance`
  const T = `${M}/titulaires`
  const holders = (...ids: [kind: string, id: string][]) => ({
    titulaires: ids.map(([typeIdentifiant, id]) => ({ titulaire: { typeIdentifiant, id } })),
  })
  const modified = (...list: object[]) => ({
    modifications: list.map((modification) => ({ modification })),
  })
  const dated = (id: number, day: string) => ({
    id,
    dateNotificationModification: day,
    datePublicationDonneesModification: day,
  })

  const FAULTS: [what: string, patch: Patched, said: string[]][] = [
    ['a field of its own', { _type: 'Marché' }, [`unknown-field ${M}/_type`]],
    ['an empty list', { actesSousTraitance: [] }, [`empty-list ${M}/actesSousTraitance`]],
    ['no offer', { offresRecues: 0 }, [`minimum ${M}/offresRecues`]],
    ['half an offer', { offresRecues: 1.5 }, [`type ${M}/offresRecues`]],
    ['an amount of nothing', { montant: 0 }, [`minimum ${M}/montant`]],
    ['a share over one', { tauxAvance: 1.1 }, [`maximum ${M}/tauxAvance`]],
    ['a duration in letters', { dureeMois: 'NC' }, [`type ${M}/dureeMois`]],
    ['a boolean in letters', { marcheInnovant: 'peut-être' }, [`type ${M}/marcheInnovant`]],
    ['an unknown word', { ccag: 'Travail' }, [`enum ${M}/ccag`]],
    [
      'a code of place of former times',
      { lieuExecution: { code: '22', typeCode: 'département' } },
      [`enum ${M}/lieuExecution/typeCode`],
    ],
    [
      'no code of place',
      { lieuExecution: { typeCode: 'Code postal' } },
      [`missing ${M}/lieuExecution`],
    ],
    [
      'a technique twice',
      { techniques: { technique: ['Concours', 'Concours'] } },
      [`duplicate ${M}/techniques/technique/1`],
    ],
    ['a CPV of seven digits', { codeCPV: '4526191' }, [`pattern ${M}/codeCPV`]],
    ['a long object', { objet: 'x'.repeat(1001) }, [`length ${M}/objet`]],
    ['a short object', { objet: 'abcd' }, [`object-short ${M}/objet`]],
    ['a long number', { id: '12345678901234567' }, [`length ${M}/id`, `id-format ${M}/id`]],
    ['a number with a semicolon', { id: '2026;12' }, [`id-format ${M}/id`]],
    ['a number with an accent', { id: 'Régie 1' }, [`id-format ${M}/id`]],
    [
      'a buyer of thirteen digits',
      { acheteur: { id: '2135000160001' } },
      [`pattern ${M}/acheteur/id`, `siret ${M}/acheteur/id`],
    ],
    [
      'a buyer whose key is wrong',
      { acheteur: { id: '21350001600019' } },
      [`siret ${M}/acheteur/id`],
    ],
    [
      'a holder with spaces',
      holders(['SIRET', '552 045 999 00869']),
      [`siret ${T}/0/titulaire/id`],
    ],
    [
      'La Poste',
      holders(['SIRET', '35600000049837']),
      [`warning siret-la-poste ${T}/0/titulaire/id`],
    ],
    ['La Poste, wrong', holders(['SIRET', '35600000049838']), [`siret ${T}/0/titulaire/id`]],
    [
      'other identifiers that are right',
      holders(['TAHITI', 'A12345001'], ['RIDET', '1234567001'], ['FRWF', 'FRWF12345678901234']),
      [],
    ],
    ['IREP, TVA of France', holders(['IREP', '12345ABC'], ['TVA', 'FR40303265045']), []],
    ['a RIDET of nine digits', holders(['RIDET', '123456700']), [`identifier ${T}/0/titulaire/id`]],
    ['a TVA of digits alone', holders(['TVA', '99999999999']), [`identifier ${T}/0/titulaire/id`]],
    [
      'a TAHITI, a FRWF and an IREP that are none',
      holders(['TAHITI', '12'], ['FRWF', '12'], ['IREP', 'A1']),
      [0, 1, 2].map((at) => `identifier ${T}/${at}/titulaire/id`),
    ],
    ['a country that is none', holders(['HORS-UE', '12']), [`identifier ${T}/0/titulaire/id`]],
    [
      'four holders',
      holders(['HORS-UE', 'CH1'], ['HORS-UE', 'CH2'], ['HORS-UE', 'CH3'], ['HORS-UE', 'CH4']),
      [`warning holders-beyond-three ${T}`],
    ],
    ['three billions and a cent', { montant: 3_000_000_000.01 }, [`amount ${M}/montant`]],
    ['three billions', { montant: 3_000_000_000 }, []],
    ['seven times the same digit', { montant: 333_333_333 }, [`amount ${M}/montant`]],
    ['seven sixes, which are not forgotten', { montant: 166_666_661 }, [`amount ${M}/montant`]],
    ['six sixes', { montant: 166_666_611 }, []],
    ['seven zeros', { montant: 200_000_000 }, []],
    ['seven of a digit in a small amount', { montant: 9_999_999 }, []],
    [
      'a number that is typed along the keyboard',
      { montant: 12_345_678.9 },
      [`amount ${M}/montant`],
    ],
    ['twenty years', { dureeMois: 240 }, [`duration ${M}/dureeMois`]],
    ['fifteen years', { dureeMois: 180 }, []],
    ['a day that is none', { dateNotification: '2026-02-30' }, [`date ${M}/dateNotification`]],
    [
      'a day to come',
      { datePublicationDonnees: '2026-11-30' },
      [`date ${M}/datePublicationDonnees`, `warning late ${M}/datePublicationDonnees`],
    ],
    ['today', { dateNotification: '2026-11-29', datePublicationDonnees: '2026-11-29' }, []],
    [
      'a day of 2009',
      { dateNotification: '2009-02-10', datePublicationDonnees: '2009-03-10' },
      [`date ${M}/dateNotification`, `date ${M}/datePublicationDonnees`],
    ],
    [
      'a day as one writes it',
      { dateNotification: '10/02/2026' },
      [`pattern ${M}/dateNotification`, `date ${M}/dateNotification`],
    ],
    [
      'none, with something',
      {
        considerationsSociales: {
          considerationSociale: ['Pas de considération sociale', 'Clause sociale'],
        },
      },
      [`exclusive ${M}/considerationsSociales/considerationSociale`],
    ],
    ['a food of unknown origin', { codeCPV: '15100000' }, [`origin ${M}`, `origin ${M}`]],
    [
      'a food whose origin is known',
      { codeCPV: '15100000-9', origineUE: 0.6, origineFrance: 0.6 },
      [],
    ],
    [
      'more of France than of the Union',
      { origineUE: 0.1, origineFrance: 0.2 },
      [`origin ${M}/origineFrance`],
    ],
    ['a CPV that is none', { codeCPV: '03000001' }, [`warning cpv-unknown ${M}/codeCPV`]],
    [
      'a modification that is numbered 2',
      modified(dated(2, '2026-05-01')),
      [`modification-order ${M}/modifications/0/modification/id`],
    ],
    [
      'two modifications of one number',
      modified(dated(1, '2026-05-01'), dated(1, '2026-05-02')),
      [`modification-order ${M}/modifications/1/modification/id`],
    ],
    [
      'a modification before the one before it',
      modified(dated(1, '2026-05-02'), dated(2, '2026-05-01')),
      [`modification-order ${M}/modifications/1/modification/dateNotificationModification`],
    ],
    [
      'a publication after two months',
      { datePublicationDonnees: '2026-04-11' },
      [`warning late ${M}/datePublicationDonnees`],
    ],
    ['a publication on the last day', { datePublicationDonnees: '2026-04-10' }, []],
  ]
  for (const [what, patch, expected] of FAULTS) {
    test(`${what}: ${expected.map((one) => one.split(' /')[0]).join(', ') || 'nothing'}`, ({
      assert,
    }) => {
      const file = fileOf([{ ...marche(), ...patch }])
      assert.deepEqual(judgeFile(file), expected)
      assert.deepEqual(said(judge(fileAsXml(file))), expected, 'in XML')
    })
  }

  test('each field that is required is missed', ({ assert }) => {
    const optional = ['tauxAvance', 'actesSousTraitance', 'modifications']
    for (const name of Object.keys(marche())) {
      const rest: Patched = marche()
      delete rest[name]
      assert.deepEqual(
        judgeFile(fileOf([rest])),
        optional.includes(name) ? [] : [`missing ${M}`],
        name
      )
    }
  })

  test('what an acte lacks is said at the acte', ({ assert }) => {
    const { montant, variationPrix, ...acteSousTraitance } =
      marche().actesSousTraitance[0].acteSousTraitance
    const file = fileOf([{ ...marche(), actesSousTraitance: [{ acteSousTraitance }] }])
    assert.deepEqual(judgeFile(file), [`missing ${A}`, `missing ${A}`])
    assert.deepEqual(said(judge(fileAsXml(file))), [`missing ${A}`, `missing ${A}`])
  })

  test('the same contract twice is said once, at the second', ({ assert }) => {
    const other = { ...marche(), montant: 2 }
    assert.deepEqual(judgeFile(fileOf([marche(), other])), ['id-twice /marches/marche/1/id'])
    const lot = { ...marche(), ...holders(['HORS-UE', 'CH9']) }
    assert.deepEqual(judgeFile(fileOf([marche(), lot])), [])
  })

  test('a concession that is published after its start is late, and fifteen years are its most', ({
    assert,
  }) => {
    const C = '/marches/contrat-concession/0'
    const late = { ...concession(), dateDebutExecution: '2026-04-11' }
    assert.deepEqual(judgeFile(fileOf([], [late])), [`warning late ${C}/datePublicationDonnees`])
    assert.deepEqual(judgeFile(fileOf([], [{ ...concession(), dureeMois: 181 }])), [
      `duration ${C}/dureeMois`,
    ])
  })
})
