import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { SCDL_COLUMNS, scdlLine, type ScdlDeliberation } from '#app/actes/register/scdl'
import { LocalDate } from '#lib/values'
import { sharedData } from '#tests/helpers/shared_data'

interface Field {
  name: string
  type: string
  format?: string
  constraints?: { required?: boolean; pattern?: string }
}

const schema = sharedData('territory', 'scdl', 'deliberations', 'schema.json')

/** What the official schema finds wrong in one line: its types, its patterns, what it requires. */
function faultsIn(line: string[], fields: Field[]): string[] {
  return fields.flatMap(({ name, type, format, constraints = {} }, place) => {
    const value = line[place]
    if (value === '') return constraints.required ? [`${name}: required`] : []
    const { pattern } = constraints
    const isRight =
      (!pattern || new RegExp(pattern).test(value)) &&
      (type !== 'date' ||
        (/^\d{4}-\d\d-\d\d$/.test(value) && LocalDate.tryParse(value) !== null)) &&
      (type !== 'integer' || /^-?\d+$/.test(value)) &&
      (format !== 'uri' || URL.canParse(value))
    return isRight ? [] : [`${name}: ${value}`]
  })
}

const one: ScdlDeliberation = {
  collectivite: 'Commune de Kervalan',
  siret: '21350901100011',
  numero: '2026_041',
  decidedOn: '2026-11-20',
  matiere: '7.1',
  matiereLabels: ['Finances locales', 'Décisions budgétaires (B.P., D.M., C.A. …)'],
  objet: 'Tarifs, « cantine »\u202f; 12,50\u00a0€',
  identifier: '035-213509011-20261120-2026_041-DE',
  receivedOn: '2026-11-22',
  url: 'https://halle.test/p/kervalan/actes/1/acte.pdf',
}

test.group('Deliberations in open data', () => {
  test('are lines of the official schema, column by column', ({ assert }) => {
    const { fields } = JSON.parse(readFileSync(schema!, 'utf8')) as { fields: Field[] }
    assert.deepEqual([...SCDL_COLUMNS], fields.map(({ name }) => name) as never)
    for (const matiere of ['7.1', '7.10', '7.10.2', '3.1.4']) {
      assert.deepEqual(faultsIn(scdlLine({ ...one, matiere })!, fields), [], matiere)
    }
    const wrong = scdlLine({ ...one, siret: '', decidedOn: '20/11/2026' })!
    assert.deepEqual(faultsIn(wrong, fields), ['COLL_SIRET: required', 'DELIB_DATE: 20/11/2026'])
  }).skip(!schema, 'the official schema of deliberations is not on this machine')
})
