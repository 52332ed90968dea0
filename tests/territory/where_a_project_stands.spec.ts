import { projectBoard } from '#app/territory/formats/project_board'
import { renderShares } from '#app/territory/formats/plot/shares'
import { followedFiche } from '#tests/territory/helpers/sheets'
import { test } from '@japa/runner'

const { indicators } = followedFiche()
const sheet = (number: string, given = {}) => {
  return {
    id: number,
    number,
    title: 'Action',
    statut: 'en_cours' as const,
    late: false,
    indicators: [],
    ...given,
  }
}

test.group('the home of a project', () => {
  test('counts its actions in the words of the public legend', ({ assert }) => {
    const { shares, sharesPlot } = projectBoard(
      [sheet('1.1'), sheet('1.2', { statut: 'realise' }), sheet('1.3', { statut: 'bloque' })],
      2020
    )
    assert.deepEqual(
      shares.map(({ label, count }) => `${label} ${count}`),
      ['prévue 0', 'en cours 2', 'réalisée 1']
    )
    assert.include(sharesPlot!, 'en cours\u202f: 2')
  })

  test('puts first the indicators that are furthest from their target', ({ assert }) => {
    const { gauges } = projectBoard([sheet('1.1', { indicators })], 2020)
    const shares = gauges.map(({ gauge }) => gauge.share)
    assert.isAbove(shares.length, 1)
    assert.deepEqual(
      shares,
      shares.toSorted((one, other) => one - other)
    )
  })

  test('names the indicators without a figure for the year, and the late actions', ({ assert }) => {
    const known = projectBoard([sheet('1.1', { indicators })], 1990)
    assert.equal(known.expected, indicators.length)
    assert.equal(known.received, 0)
    assert.lengthOf(known.gaps[0].missing, indicators.length)
    const late = projectBoard([sheet('1.1'), sheet('1.2', { late: true })], 2020)
    assert.deepEqual(
      late.gaps.map(({ number }) => number),
      ['1.2']
    )
  })

  test('draws nothing of nothing', ({ assert }) => {
    assert.isNull(renderShares([{ label: 'en cours', meaning: 'doing', count: 0 }]))
  })
})
