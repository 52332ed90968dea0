import { renderGauge } from '#app/territory/formats/plot/gauge'
import { assess } from '#app/territory/rules/assessment'
import { gaugeOf } from '#app/territory/rules/gauge'
import type { Indicator } from '#app/territory/rules/indicator'
import { followedFiche } from '#tests/territory/helpers/sheets'
import { test } from '@japa/runner'

const [demarches, visits, , sites] = followedFiche().indicators

const gauge = (indicator: Indicator) =>
  gaugeOf(assess(indicator), indicator.target, indicator.precision)

/** The same indicator, with a last figure of its own. */
function reaching(indicator: Indicator, value: number): Indicator {
  const last = indicator.values.filter(({ kind }) => kind === 'result').at(-1)!
  return {
    ...indicator,
    values: indicator.values.map((it) => (it === last ? { ...it, value } : it)),
  }
}

test.group('the gauge of an indicator', () => {
  test('tells figures, target and share in words', ({ assert }) => {
    const told = gauge(reaching(demarches, 31))!
    assert.equal(told.figures, '31 sur 24')
    assert.equal(told.words, '129\u202f% de la cible')
    assert.isFalse(told.broken)
  })

  test('is drawn otherwise at 129 %, at 190 % and at 583 %', ({ assert }) => {
    const [near, far, broken] = [31, 45.6, 140].map((value) =>
      renderGauge(gauge(reaching(demarches, value))!)
    )
    assert.match(near, /gauge-beyond" x="100" y="4" width="29/)
    assert.match(far, /gauge-beyond" x="100" y="4" width="90/)
    assert.match(broken, /gauge-cut/)
    assert.match(broken, /583\u202f%/)
    assert.notMatch(far, /gauge-cut/)
  })

  test('stands still under the target, with the place of the start', ({ assert }) => {
    const told = gauge(reaching(visits, 48_500))!
    assert.equal(told.words, '97\u202f% de la cible')
    assert.isBelow(told.start!, 1)
    assert.notMatch(renderGauge(told), /gauge-beyond/)
    assert.match(renderGauge(told), /gauge-start/)
  })

  test('counts the way done when the figure should fall', ({ assert }) => {
    const start = demarches.values.find(({ kind }) => kind === 'baseline')!.value
    const target = { operator: 'lte' as const, value: start / 2 }
    const told = gauge({ ...reaching(demarches, start * 0.75), target })!
    assert.equal(told.words, '50\u202f% du chemin vers la cible')
  })

  test('is not drawn without a target', ({ assert }) => {
    assert.isNull(gauge(sites))
  })
})
