import { frenchCsv } from '#territory/formats/french_csv'
import { sheetsCsv, valuesCsv } from '#territory/formats/project_csv'
import { FICHE_SECTIONS, SECTION_CODES } from '#territory/rules/fiche_sections'
import { followedFiche } from '#tests/territory/helpers/sheets'
import { test } from '@japa/runner'

const sheets = [{ axe: '1. Mettre les démarches à la portée de tous', sheet: followedFiche() }]

test.group('a file for a French spreadsheet', () => {
  test('bears its mark, semicolons and decimal commas', ({ assert }) => {
    assert.equal(
      frenchCsv(['Nom', 'Valeur'], [['Visites ; clics', 3.5]]),
      '\ufeffNom;Valeur\r\n"Visites ; clics";3,5\r\n'
    )
  })

  test('keeps lines and quotes inside a cell', ({ assert }) => {
    assert.include(
      frenchCsv(['A'], [['Dit « "oui" »\nen deux lignes']]),
      '"Dit « ""oui"" »\nen deux'
    )
  })

  test('never runs a text as a formula, and leaves a negative figure alone', ({ assert }) => {
    const lines = frenchCsv(
      ['A', 'B'],
      [
        ['=cmd()', -3],
        ['+20 %', 1],
      ]
    ).split('\r\n')
    assert.deepEqual(lines.slice(1, 3), ["'=cmd();-3", "'+20 %;1"])
  })
})

test.group('the sheets of a project', () => {
  test('come out whole: every section has its column', ({ assert }) => {
    const [head] = sheetsCsv(sheets).split('\r\n')
    for (const code of SECTION_CODES) assert.include(head, FICHE_SECTIONS[code].title)
    const whole = sheetsCsv(sheets)
    assert.include(
      whole,
      'Développement\u202f: 5\u202f000\u202f000 à 10\u202f000\u202f000 francs CFP'
    )
    assert.include(whole, '4. mise en œuvre technique')
    assert.include(whole, 'Non mesuré')
  })

  test('their figures come out as recorded, with their days and without any estimate', ({
    assert,
  }) => {
    const lines = valuesCsv(sheets).split('\r\n')
    const start = lines.find((line) => line.includes('Valeur de départ') && line.includes('39000'))
    assert.include(start!, ';2017-01-01;2017-10-31;39000;')
    assert.isFalse(lines.some((line) => line.includes('46800')))
  })
})
