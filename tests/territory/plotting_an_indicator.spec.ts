import { layOut } from '#app/territory/formats/plot/geometry'
import { plotData, plotTable } from '#app/territory/formats/plot/plot_data'
import { describe, renderPlot } from '#app/territory/formats/plot/svg'
import { hasTool, run } from '#tests/helpers/tools'
import { followedFiche } from '#tests/territory/helpers/sheets'
import { test } from '@japa/runner'

const [demarches, visits, , sites] = followedFiche().indicators

test.group('the plot and its table', () => {
  test('say the same figures, estimates told apart', ({ assert }) => {
    const table = plotTable(plotData(visits))
    assert.deepEqual(table[0], {
      period: 'janvier à octobre 2017',
      kind: 'Relevé partiel',
      value: '39\u202f000',
      source: 'Document d’origine',
    })
    assert.equal(table[1].kind, 'Estimation sur l’année')
    assert.equal(table[1].value, '46\u202f800 (estimation)')
    const svg = renderPlot(plotData(visits), 'p')
    for (const { value } of table) assert.include(svg, value)
  })

  test('the target is a line with its words', ({ assert }) => {
    assert.equal(plotData(visits).target?.label, 'plus de 50\u202f000')
    assert.equal(plotData(demarches).target?.label, 'au moins 24 (+20\u202f%)')
    assert.isNull(plotData(sites).target)
    assert.notInclude(renderPlot(plotData(sites), 'p'), 'plot-goal')
  })

  test('no figure is printed on the line of the target, however near it comes', ({ assert }) => {
    for (let percent = 40; percent <= 130; percent++) {
      const near = { operator: 'gt' as const, value: (46_800 * 100) / percent }
      const svg = renderPlot(plotData({ ...visits, target: near }), 'p')
      const words = Number(/class="plot-value"[^>]* y="([\d.]+)"/.exec(svg)![1])
      const line = Number(/class="plot-target"[^>]* y1="([\d.]+)"/.exec(svg)![1])
      assert.isFalse(line > words - 14 && line < words + 4, `${percent} %: ${words}, ${line}`)
      assert.isAtLeast(words, 12)
    }
  })

  test('a past year hides what came later', ({ assert }) => {
    assert.deepEqual(
      plotData(demarches, 2018).points.map((point) => point.year),
      [2017, 2018]
    )
  })

  test('the scale starts at zero and contains every figure and the target', ({ assert }) => {
    const data = plotData(visits)
    const geometry = layOut(data, { width: 480, height: 270, left: 58 })
    assert.equal(geometry.yTicks[0].label, '0')
    assert.equal(geometry.yTicks[0].y, geometry.plot.bottom)
    for (const { x, y } of [...geometry.dots, { x: geometry.plot.left, y: geometry.target!.y }]) {
      assert.isTrue(x >= geometry.plot.left && x <= geometry.plot.right)
      assert.isTrue(y >= geometry.plot.top && y <= geometry.plot.bottom)
    }
  })

  test('the line goes through yearly figures and not through the partial one', ({ assert }) => {
    const { path, dots } = layOut(plotData(visits), { width: 480, height: 270, left: 58 })
    const partial = dots.find((dot) => dot.kind === 'partial')!
    assert.notInclude(path, `${partial.x},${partial.y}`)
    assert.equal(path.match(/[ML]/g)?.length, 4)
  })

  test('an indicator without a figure is an empty plot that says so', ({ assert }) => {
    const empty = plotData({ ...sites, values: [] })
    assert.equal(describe(empty), 'Aucune valeur n’est encore saisie.')
    assert.include(renderPlot(empty, 'p'), 'Aucune valeur')
  })
})

test.group('the SVG', () => {
  test('carries no inline style, no script and no unescaped title', ({ assert }) => {
    const svg = renderPlot(plotData({ ...visits, title: '<script>"&' }), 'p')
    assert.notMatch(svg, /style=|<style|<script|javascript:/)
    assert.include(svg, '<title id="p-t">&lt;script&gt;&quot;&amp;</title>')
    assert.include(svg, 'aria-labelledby="p-t p-d"')
  })

  test('is well-formed for xmllint', ({ assert }) => {
    const svg = renderPlot(plotData(visits), 'p')
    const { status, output } = run('xmllint', ['--noout', '-'], Buffer.from(svg))
    assert.equal(status, 0, output)
  }).skip(!hasTool('xmllint'), 'xmllint is not installed')
})
