import { test } from '@japa/runner'
import { ACCESS_CODES } from '#app/archiving/rules/access_codes'
import { accessRuleOfActe, appraisalRuleOfActe } from '#app/archiving/rules/actes_profile'
import {
  endOfUse,
  mayBeEliminated,
  opensOn,
  prevailingAppraisal,
} from '#app/archiving/rules/deadlines'
import { dayAfter, inWords, parseDuration } from '#app/archiving/rules/duration'

test.group('A delay', () => {
  for (const [start, duration, end] of [
    ['2026-11-19', 'P1Y', '2027-11-19'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2024-02-29', 'P4Y', '2028-02-29'],
    ['2026-08-31', 'P6M', '2027-02-28'],
    ['2026-12-31', 'P1D', '2027-01-01'],
    ['2026-11-19', 'P50Y', '2076-11-19'],
    ['2026-11-19', 'P0Y', '2026-11-19'],
  ]) {
    test(`of ${duration} from ${start} ends on ${end}`, ({ assert }) => {
      assert.equal(dayAfter(start, parseDuration(duration)!), end)
    })
  }

  test('is said in words', ({ assert }) => {
    const words = ['P1Y', 'P10Y', 'P18M', 'P1Y6M', 'P0D'].map((text) =>
      inWords(parseDuration(text)!)
    )
    assert.deepEqual(words, ['1 an', '10 ans', '18 mois', '1 an et 6 mois', 'aucun délai'])
  })

  test('is not made of hours, weeks, or nothing', ({ assert }) => {
    assert.deepEqual(
      ['PT5H', 'P', 'P1W', '1 an', '-P1Y', ''].map(parseDuration),
      Array(6).fill(null)
    )
  })
})

test.group('An acte', () => {
  test('is open to all at once', ({ assert }) => {
    for (const [nature, matiere] of [
      [1, '7.1'],
      [2, '6.1'],
      [3, '6.1'],
      [1, '4.1'],
      [4, '1.1'],
    ] as const) {
      assert.equal(accessRuleOfActe({ nature, matiere }, '2026-11-19').rule, 'AR038')
    }
  })

  test('is closed for fifty years when it decides about one person', ({ assert }) => {
    for (const [nature, matiere] of [
      [3, '4.1'],
      [3, '4.2.1'],
      [4, '4.1'],
      [3, '8.2'],
      [3, '8.2.1'],
    ] as const) {
      assert.equal(accessRuleOfActe({ nature, matiere }, '2026-11-19').rule, 'AR048')
    }
  })

  test('does not mistake matiere 8.20 for 8.2', ({ assert }) => {
    assert.equal(accessRuleOfActe({ nature: 3, matiere: '8.20' }, '2026-11-19').rule, 'AR038')
  })

  test('is kept one year in use, then for ever', ({ assert }) => {
    const rule = appraisalRuleOfActe('2026-11-19')
    assert.deepEqual(endOfUse(rule), { kind: 'day', day: '2027-11-19' })
    assert.isFalse(mayBeEliminated({ appraisal: rule, holds: [] }, '2099-01-01'))
  })
})

test.group('Communicability', () => {
  test('knows the twenty-five codes of the Code du patrimoine', ({ assert }) => {
    assert.lengthOf(Object.keys(ACCESS_CODES), 25)
  })

  test('opens after fifty years under AR048', ({ assert }) => {
    assert.deepEqual(opensOn({ rule: 'AR048', startDate: '2026-11-19' }), {
      kind: 'day',
      day: '2076-11-19',
    })
  })

  test('never opens under AR062, without a start, or under an unknown code', ({ assert }) => {
    const rules = [
      { rule: 'AR062', startDate: '2026-11-19' },
      { rule: 'AR048' },
      { rule: 'XX', startDate: '2026-11-19' },
    ]
    assert.deepEqual(
      rules.map((rule) => opensOn(rule).kind),
      ['never', 'never', 'never']
    )
  })
})

test.group('Elimination', () => {
  const appraisal = { rule: 'P10Y', startDate: '2016-11-19', finalAction: 'Destroy' as const }

  test('may be proposed from the day when the DUA ends', ({ assert }) => {
    assert.isFalse(mayBeEliminated({ appraisal, holds: [] }, '2026-11-18'))
    assert.isTrue(mayBeEliminated({ appraisal, holds: [] }, '2026-11-19'))
  })

  test('waits for a hold to end, and for ever when it has no end', ({ assert }) => {
    assert.isFalse(mayBeEliminated({ appraisal, holds: [{ endsOn: '2027-01-01' }] }, '2026-12-31'))
    assert.isFalse(mayBeEliminated({ appraisal, holds: [{ endsOn: '2027-01-01' }] }, '2027-01-01'))
    assert.isTrue(mayBeEliminated({ appraisal, holds: [{ endsOn: '2027-01-01' }] }, '2027-01-02'))
    assert.isFalse(mayBeEliminated({ appraisal, holds: [{ reason: 'contentieux' }] }, '2099-01-01'))
  })

  test('of two rules on one unit, the one that keeps, then the one that ends last', ({
    assert,
  }) => {
    const short = { ...appraisal, rule: 'P1Y' }
    const undated = { rule: 'P1Y', finalAction: 'Destroy' }
    const kept = { rule: 'P1Y', startDate: '2016-11-19', finalAction: 'Keep' }
    assert.equal(prevailingAppraisal([short, appraisal]), appraisal)
    assert.equal(prevailingAppraisal([appraisal, undated]), undated)
    assert.equal(prevailingAppraisal([appraisal, undated, kept]), kept)
  })

  test('is never proposed without a start, a final action or a rule', ({ assert }) => {
    const { startDate, ...undated } = appraisal
    const { finalAction, ...undecided } = appraisal
    for (const unit of [{ appraisal: undated }, { appraisal: undecided }, {}]) {
      assert.isFalse(mayBeEliminated({ ...unit, holds: [] }, '2099-01-01'))
    }
  })
})
