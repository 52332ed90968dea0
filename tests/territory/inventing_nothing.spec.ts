import { test } from '@japa/runner'
import { isAmbiguous } from '#app/territory/rules/french_number'
import { readIndicator } from '#app/territory/rules/parts/indicator_definition'
import { blankIndicator } from '#app/territory/rules/parts/typed_indicator'
import { Reader } from '#app/territory/rules/parts/reader'
import { parseTarget, threshold } from '#app/territory/rules/target'
import { yearToAsk, yearsAround } from '#app/territory/rules/years'

const read = (changes: Partial<typeof blankIndicator>) => {
  const reader = new Reader()
  const typed = {
    ...blankIndicator,
    title: 'Part des démarches en ligne',
    unit: '%',
    nature: 'stock',
    ...changes,
  }
  return { definition: readIndicator(typed, reader), problems: reader.problems }
}

test.group('What an indicator says', () => {
  test('has no dates that nobody gave', ({ assert }) => {
    const { definition, problems } = read({ baseline: '12' })
    assert.isEmpty(problems)
    assert.isNull(definition.baseline!.period)
  })

  test('wants both dates of its start, or none', ({ assert }) => {
    const { problems } = read({ baseline: '12', baselineFrom: '2025-01-01' })
    assert.deepEqual(
      problems.map(({ field }) => field),
      ['baselineTo']
    )
  })

  for (const target of ['+20 %', '+20%', '-5 %', '−5\u202f%']) {
    test(`asks what « ${target} » means on a percentage, and shows both`, ({ assert }) => {
      const { problems } = read({ baseline: '10', target })
      assert.equal(problems[0].field, 'target')
      assert.match(problems[0].message, /points.+de 10 à.+relatifs.+de 10 à/)
    })
  }

  test('reads each answer to that question', ({ assert }) => {
    assert.equal(threshold(parseTarget('+20 points')!, 10), 30)
    assert.equal(threshold(parseTarget('−5 points')!, 10), 5)
    assert.equal(threshold(parseTarget('+20 % relatifs')!, 10), 12)
    assert.equal(threshold(read({ target: '+20 % relatifs' }).definition.target!, 10), 12)
    assert.equal(threshold(read({ target: 'au moins 30 %' }).definition.target!, null), 30)
  })

  test('takes its own unit after a figure, and no other', ({ assert }) => {
    const reader = new Reader()
    assert.equal(reader.measure('v', '15 %', { unit: '%', precision: 0 }), 15)
    assert.equal(reader.measure('v', '15 visites', { unit: 'visites', precision: 0 }), 15)
    assert.isEmpty(reader.problems)
    assert.isNull(reader.measure('v', '15 €', { unit: 'visites', precision: 0 }))
  })

  test('asks when a figure may be read in two ways, and only then', ({ assert }) => {
    const reader = new Reader()
    assert.equal(reader.measure('v', '46,800', { unit: 'visites', precision: 0 }), 46_800)
    assert.isNull(reader.measure('v', '46,800', { unit: 'km', precision: 3 }))
    assert.match(reader.problems[0].message, /46.800 ou 46,8\./)
    assert.isNull(reader.measure('v', '1.250', { unit: 'km', precision: 1 }))
    assert.isFalse(isAmbiguous('46,8'))
    assert.isFalse(isAmbiguous('1,250,000'))
    assert.isFalse(isAmbiguous('0,125'))
  })
})

test.group('The years that a sheet asks for', () => {
  test('are those of the project', ({ assert }) => {
    const project = { firstYear: 2026, lastYear: 2030 }
    assert.equal(yearToAsk(project, 2026), 2026)
    assert.equal(yearToAsk(project, 2028), 2027)
    assert.equal(yearToAsk(project, 2035), 2030)
    assert.deepEqual(yearsAround(2026, project, 2026), [2026])
    assert.deepEqual(yearsAround(2027, project, 2028), [2026, 2027, 2028])
  })
})
