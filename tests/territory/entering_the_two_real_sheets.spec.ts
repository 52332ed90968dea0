import { assess } from '#app/territory/rules/assessment'
import { FICHE_SECTIONS, type SectionCode } from '#app/territory/rules/fiche_sections'
import { type SheetFile, parseSheetFile } from '#app/territory/formats/sheet_file'
import { sharedData } from '#tests/helpers/shared_data'
import { sheet, territoryFile } from '#tests/territory/helpers/sheets'
import { test } from '@japa/runner'
import { readFileSync } from 'node:fs'

const province = sharedData('..', 'sources', '000_83143201dec48176.txt')
const town = sharedData('..', 'sources', '001_e28abf778dd5ac87.txt')

/** Letters and digits only: what is compared is the words, not their typography. */
const words = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? []

/** Words of the source that the sheet has lost, with multiplicity. */
function lost(source: string, transcribed: string): string[] {
  const left = new Map<string, number>()
  for (const word of words(transcribed)) left.set(word, (left.get(word) ?? 0) + 1)
  return words(source).filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count <= 0
  })
}

const flatten = (value: unknown): string =>
  value !== null && typeof value === 'object'
    ? Object.values(value).map(flatten).join(' ')
    : String(value)

test.group('the province’s action sheet', () => {
  test('no word of its text is lost, but headings and numbering', ({ assert }) => {
    const file = territoryFile<SheetFile>('poursuivre_la_mise_en_ligne.json')
    const headings =
      'PILOTAGE DIRECTIONS MOBILISEES ECHEANCIER COÛTS OBJECTIF A ATTEINDRE IMPACT CARBONE Non mesuré ' +
      'PARTENAIRES 1 Description de l’action Objectifs opérationnels Déroulé Étape 1 Étape 2 Étape 3 Étape 4'
    // The page ends with the mark of the flip-book that published it, in base64.
    const source = readFileSync(province!, 'utf8').replace(/\bRkJQ.*=/, '')
    assert.deepEqual(lost(source, `${flatten(file)} ${headings}`), [])
  }).skip(!province, 'the source text is not on this machine')

  test('has its four steps, its costs, its due date and its yearly cycle', ({ assert }) => {
    const fiche = sheet('poursuivre_la_mise_en_ligne')
    assert.lengthOf(fiche.etapes, 4)
    assert.deepEqual(
      fiche.costs.map(({ min, max, per }) => [min, max, per]),
      [
        ['5000000', '10000000', 'year'],
        ['500000', '500000', 'unit'],
      ]
    )
    assert.equal(fiche.echeance?.label, 'T4 2018')
    assert.deepEqual(fiche.carbon, { state: 'non_mesure' })
    assert.lengthOf(fiche.recurrence!.cycle, 4)
  })

  test('has four indicators with their starts and their targets', ({ assert }) => {
    const told = sheet('poursuivre_la_mise_en_ligne').indicators.map((indicator) => {
      const { baseline, target } = assess(indicator)
      return [baseline?.recorded.value, baseline?.value, target, indicator.targetYear]
    })
    assert.deepEqual(told, [
      [20, 20, 24, null],
      [39_000, 46_800, 50_000, null],
      [5768, 6922, 7000, 2019],
      [2, 2, null, null],
    ])
  })
})

test.group('the town’s card', () => {
  test('no word of its text is lost, but headings and the legend', ({ assert }) => {
    const file = territoryFile<SheetFile>('guichetnumerik.json')
    const headings =
      'Publié depuis 07/11/2017 dernière édition 14/11/2017 par dans statut réalisée prévue en cours ' +
      'réalisée Synthèse Actions Résultats Bénéfices Recommandations Outils Prestataires Partenaires Services Enjeux'
    assert.deepEqual(lost(readFileSync(town!, 'utf8'), `${flatten(file)} ${headings}`), [])
  }).skip(!town, 'the source text is not on this machine')

  test('has its nine sections in the order of the card', ({ assert }) => {
    const sections = Object.keys(sheet('guichetnumerik').sections) as SectionCode[]
    assert.deepEqual(
      sections.map((code) => FICHE_SECTIONS[code].title),
      [
        'Synthèse',
        'Actions',
        'Résultats',
        'Bénéfices',
        'Recommandations',
        'Outils',
        'Prestataires et partenaires',
        'Services',
        'Enjeux',
      ]
    )
  })

  test('is done, and says who published it and when', ({ assert }) => {
    const { statut, publication } = sheet('guichetnumerik')
    assert.equal(statut, 'realise')
    assert.deepEqual(
      [publication?.publishedOn, publication?.editedOn, publication?.place],
      ['2017-11-07', '2017-11-14', 'Saint-Sébastien-sur-Loire']
    )
  })
})

test.group('a reviewed file with a mistake', () => {
  const file = () => structuredClone(territoryFile<SheetFile>('poursuivre_la_mise_en_ligne.json'))

  test('an unknown section is named', ({ assert }) => {
    const wrong = { ...file(), sections: { objectfs: ['…'] } }
    assert.throws(() => parseSheetFile(wrong), /objectfs/)
  })

  test('a figure, a target, a date or a status that cannot be read is named', ({ assert }) => {
    const figure = file()
    figure.indicateurs[0].depart!.valeur = 'une vingtaine'
    assert.throws(() => parseSheetFile(figure), /une vingtaine/)
    const target = file()
    target.indicateurs[0].cible = 'beaucoup'
    assert.throws(() => parseSheetFile(target), /beaucoup/)
    assert.throws(() => parseSheetFile({ ...file(), statut: 'fini' }), /fini/)
    const due = { ...file(), echeance: { quand: 'bientôt', quoi: 'arbitrage' } }
    assert.throws(() => parseSheetFile(due), /bientôt/)
  })
})
