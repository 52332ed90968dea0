import { indicatorsCsv } from '#app/territory/formats/indicators_csv'
import { sharedData } from '#tests/helpers/shared_data'
import { followedFiche } from '#tests/territory/helpers/sheets'
import { test } from '@japa/runner'
import { readFileSync } from 'node:fs'

interface Schema {
  fields: { name: string; type: string; constraints?: { required?: boolean; enum?: string[] } }[]
}

const path = sharedData('territory/scdl/other/schema-impact-service-public-numerique/schema.json')
const fiche = followedFiche()
const csv = indicatorsCsv(
  'Pays de Landréval',
  fiche.indicators.map((indicator) => ({ service: fiche.title, indicator }))
)
const parse = (text: string) =>
  text
    .trim()
    .split('\r\n')
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((it) => it[1]))

test.group('indicators as open data', () => {
  test('have the columns of the national schema, in its order, within its lists', ({ assert }) => {
    const { fields } = JSON.parse(readFileSync(path!, 'utf8')) as Schema
    const [head, ...rows] = parse(csv).map((row) => row.slice(0, fields.length))
    assert.deepEqual(
      head,
      fields.map((field) => field.name)
    )
    for (const row of rows) {
      fields.forEach(({ name, type, constraints }, index) => {
        const value = row[index]
        if (constraints?.required) assert.notEqual(value, '', name)
        if (constraints?.enum && value !== '') assert.include(constraints.enum, value, name)
        if (type === 'number') assert.match(value, /^-?\d+(\.\d+)?$/)
        if (type === 'date' && value !== '') assert.match(value, /^\d{4}-\d{2}-\d{2}$/)
        if (type === 'boolean') assert.match(value, /^(true|false)$/)
      })
    }
  }).skip(!path, 'the national schema is not on this machine')

  test('carry what was counted with its period, and no estimate', ({ assert }) => {
    assert.include(csv, ',39000,')
    assert.include(csv, '2017-10-31,true,2017-01-01')
    assert.notInclude(csv, '46800')
  })

  test('carry the dated target and leave out the undated ones', ({ assert }) => {
    const targets = parse(csv).filter((row) => row[5] === 'true')
    assert.deepEqual(
      targets.map((row) => [row[3], row[8]]),
      [['7000', '2019-12-31']]
    )
  })

  test('quote commas and quotes', ({ assert }) => {
    const text = indicatorsCsv('A, "B"', [{ service: 's', indicator: fiche.indicators[0] }])
    assert.include(text, '"A, ""B""",s')
  })
})
