import { test } from '@japa/runner'
import { canonicalJson } from '#lib/proof'

test.group('Canonical JSON (RFC 8785)', () => {
  test('writes the example of section 3.2.3', ({ assert }) => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    const names = [...canonicalJson(value).matchAll(/:"(\w+)/g)].map(([, word]) => word)
    assert.deepEqual(names, ['Carriage', 'One', 'Control', 'Latin', 'Euro', 'Emoji', 'Hebrew'])
  })

  test('writes the numbers, literals and string of section 3.2.2', ({ assert }) => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    assert.equal(
      canonicalJson(value),
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )
  })

  test('does not depend on the order in which names were set', ({ assert }) => {
    assert.equal(
      canonicalJson({ b: { d: 1, c: 2 }, a: [] }),
      canonicalJson({ a: [], b: { c: 2, d: 1 } })
    )
  })

  test('leaves out a property that is undefined, as a stored column would', ({ assert }) => {
    assert.equal(canonicalJson({ kind: 'system', id: undefined }), '{"kind":"system"}')
  })

  for (const [name, value] of [
    ['NaN', Number.NaN],
    ['an infinite number', Number.POSITIVE_INFINITY],
    ['a bigint', 1n],
    ['a date', new Date(0)],
    ['a lone surrogate', '\ud83d'],
    ['undefined in a list', [undefined]],
  ] as const) {
    test(`refuses ${name}`, ({ assert }) => {
      assert.throws(() => canonicalJson({ value }), TypeError)
    })
  }
})
