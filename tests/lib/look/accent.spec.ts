import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import {
  ACCENTS,
  GROUNDS,
  accentStylesheet,
  accentUrl,
  colourOf,
  correctAccent,
} from '#lib/colour/accent'
import { contrast, fromLch, parseHex, toHex, toLch } from '#lib/colour/oklab'

const WCAG_TEXT = 4.5
const AWKWARD = [
  '#ffff00',
  '#ffffff',
  '#000000',
  '#ff0000',
  '#00ff00',
  '#7fffd4',
  '#808080',
  '#0000ff',
]

test.group('The colour of a collectivite', () => {
  for (const theme of ['light', 'dark'] as const) {
    test(`is read on every ground of the ${theme} theme, whatever was chosen`, ({ assert }) => {
      for (const chosen of [...AWKWARD, ...Object.values(ACCENTS)]) {
        const { accent, accentFill, onAccent, accentSoft } = correctAccent(chosen, theme)
        const { wall, paper, sunk, ink } = GROUNDS[theme]
        for (const ground of [wall, paper, sunk, accentSoft]) {
          assert.isAtLeast(
            contrast(parseHex(accent), parseHex(ground)),
            WCAG_TEXT,
            `${chosen} ${ground}`
          )
        }
        assert.isAtLeast(contrast(parseHex(onAccent), parseHex(accentFill)), WCAG_TEXT, chosen)
        assert.isAtLeast(contrast(parseHex(ink), parseHex(accentSoft)), WCAG_TEXT, chosen)
      }
    })
  }

  test('keeps its hue when it is corrected', ({ assert }) => {
    const hue = (hex: string) => toLch(parseHex(hex))[2]
    for (const chosen of ['#c0392b', '#2f5871', '#3f6b3a', '#7a3f6d']) {
      assert.closeTo(hue(correctAccent(chosen, 'light').accent), hue(chosen), 0.12)
    }
  })

  test('stands on the same grounds as the stylesheet', ({ assert }) => {
    const tokens = readFileSync(
      new URL('../../../resources/css/base/tokens.css', import.meta.url),
      'utf8'
    )
    for (const name of ['wall', 'paper', 'ink', 'sunk'] as const) {
      assert.include(
        tokens,
        `--${name}: light-dark(${GROUNDS.light[name]}, ${GROUNDS.dark[name]});`
      )
    }
  })

  test('has an address by its name, and slate when it is not a colour', ({ assert }) => {
    assert.equal(accentUrl('tuile'), '/accents/a5402a.css')
    assert.equal(accentUrl('#C0392B'), '/accents/c0392b.css')
    assert.equal(colourOf('red;}body{display:none'), ACCENTS.ardoise)
    assert.equal(colourOf(undefined), ACCENTS.ardoise)
  })

  test('makes a stylesheet for both themes and for paper', ({ assert }) => {
    const sheet = accentStylesheet('#2f5871')
    assert.include(sheet, "prefers-color-scheme:dark){:root:not([data-theme='light'])")
    // By day on paper, whatever the theme: the rule is the last and as specific as any.
    const { accentFill } = correctAccent('#2f5871', 'light')
    assert.match(
      sheet,
      new RegExp(`@media print{:root:root{[^}]*--accent-fill:${accentFill}[^}]*}}\\s*$`)
    )
    assert.throws(() => accentStylesheet('url(x)'), /is not a colour/)
  })

  test('goes to Oklch and back unchanged', ({ assert }) => {
    for (const hex of [...AWKWARD, '#2f5871', '#123456']) {
      assert.equal(toHex(fromLch(toLch(parseHex(hex)))), hex)
    }
  })
})

test.group('The meanings of states', () => {
  test('are read on their own ground, on paper and on the wall, in both themes', ({ assert }) => {
    const tokens = readFileSync(
      new URL('../../../resources/css/base/tokens.css', import.meta.url),
      'utf8'
    )
    const pair = (name: string) => {
      const found = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens)!
      return [parseHex(found[1]), parseHex(found[2])]
    }
    for (const name of ['waiting', 'doing', 'done', 'trouble', 'muted']) {
      for (const ground of name === 'muted'
        ? ['wall', 'paper', 'sunk']
        : [`${name}-soft`, 'paper', 'wall']) {
        pair(name).forEach((text, theme) => {
          assert.isAtLeast(contrast(text, pair(ground)[theme]), WCAG_TEXT, `${name} on ${ground}`)
        })
      }
    }
  })
})
