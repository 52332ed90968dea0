import { test } from '@japa/runner'
import { bars, topOf } from '#lib/bars'

const draw = (values: number[]) =>
  bars(
    values.map((value, n) => ({ label: `j${n}`, value })),
    { says: 'Un <mot> "dit"', write: String }
  )
const heights = (svg: string) =>
  [...svg.matchAll(/<rect[^>]* height="([\d.]+)"/g)].map(([, height]) => Number(height))

test.group('Bars', () => {
  test('stand under a top that one reads at once', ({ assert }) => {
    assert.deepEqual([0, 1, 3, 5, 6, 51, 120, 583].map(topOf), [1, 1, 5, 5, 10, 100, 200, 1000])
  })

  test('are as high as what they count, and none when there is nothing', ({ assert }) => {
    const [none, half, whole] = heights(draw([0, 50, 100]))
    assert.equal(none, 0)
    assert.closeTo(half * 2, whole, 0.2)
    assert.deepEqual(heights(draw([])), [])
  })

  test('bear few labels, the last among them, and one of two may give way', ({ assert }) => {
    const svg = draw(Array.from({ length: 30 }, (_, n) => n))
    const labels = [...svg.matchAll(/>(j\d+)</g)].map(([, label]) => label)
    assert.deepEqual(labels, ['j5', 'j11', 'j17', 'j23', 'j29'])
    assert.lengthOf(svg.match(/plot-year-between/g)!, 2)
  })

  test('say nothing that could be taken for a mark', ({ assert }) => {
    assert.include(draw([1]), 'aria-label="Un &lt;mot&gt; &quot;dit&quot;"')
    assert.notInclude(draw([1]), 'style=')
  })
})
