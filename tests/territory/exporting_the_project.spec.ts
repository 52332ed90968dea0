import { frenchCsv } from '#lib/sheets/csv'
import { sheetsTable, valuesTable } from '#app/territory/formats/project_tables'
import { workbook } from '#lib/sheets/spreadsheet'
import { FICHE_SECTIONS, SECTION_CODES } from '#app/territory/rules/fiche_sections'
import { followedFiche } from '#tests/territory/helpers/sheets'
import { hasTool, run } from '#tests/helpers/tools'
import { test } from '@japa/runner'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const sheets = [{ axe: '1. Mettre les démarches à la portée de tous', sheet: followedFiche() }]

test.group('a file for a French spreadsheet', () => {
  test('bears its mark, semicolons and decimal commas', ({ assert }) => {
    assert.equal(
      frenchCsv({ name: 'Essai', columns: ['Nom', 'Valeur'], rows: [['Visites ; clics', 3.5]] }),
      '\ufeffNom;Valeur\r\n"Visites ; clics";3,5\r\n'
    )
  })

  test('keeps lines and quotes inside a cell', ({ assert }) => {
    const rows = [['Dit « "oui" »\nen deux lignes']]
    const csv = frenchCsv({ name: 'Essai', columns: ['A'], rows })
    assert.include(csv, '"Dit « ""oui"" »\nen deux')
  })

  test('never runs a text as a formula, and leaves a negative figure alone', ({ assert }) => {
    const rows = [
      ['=cmd()', -3],
      ['+20 %', 1],
    ]
    const lines = frenchCsv({ name: 'Essai', columns: ['A', 'B'], rows }).split('\r\n')
    assert.deepEqual(lines.slice(1, 3), ["'=cmd();-3", "'+20 %;1"])
  })
})

test.group('the sheets of a project', () => {
  test('come out whole: every section has its column', ({ assert }) => {
    const [head] = frenchCsv(sheetsTable(sheets)).split('\r\n')
    for (const code of SECTION_CODES) assert.include(head, FICHE_SECTIONS[code].title)
    const whole = frenchCsv(sheetsTable(sheets))
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
    const lines = frenchCsv(valuesTable(sheets)).split('\r\n')
    const start = lines.find((line) => line.includes('Valeur de départ') && line.includes('39000'))
    assert.include(start!, ';2017-01-01;2017-10-31;39000;')
    assert.isFalse(lines.some((line) => line.includes('46800')))
  })
})

test.group('the workbook of a project', () => {
  test('is a zip whose parts are well-formed, with both tables', async ({ assert }) => {
    const bytes = await workbook([sheetsTable(sheets), valuesTable(sheets)], new Date(0))
    const folder = mkdtempSync(join(tmpdir(), 'halle-xlsx-'))
    const path = join(folder, 'projet.xlsx')
    writeFileSync(path, bytes)
    assert.equal(run('unzip', ['-tq', path]).status, 0)
    run('unzip', ['-q', path, '-d', folder])
    for (const part of ['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']) {
      const { status, output } = run('xmllint', ['--noout', join(folder, part)])
      assert.equal(status, 0, output)
    }
    const values = readFileSync(join(folder, 'xl/worksheets/sheet2.xml'), 'utf8')
    assert.include(values, '<v>39000</v>')
    assert.notInclude(values, '<f>')
    rmSync(folder, { recursive: true })
  }).skip(!hasTool('unzip') || !hasTool('xmllint'), 'unzip or xmllint is not installed')
})
