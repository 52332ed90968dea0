import { findCycle } from '#app/territory/rules/formula/cycles'
import { evaluate, referencesOf } from '#app/territory/rules/formula/evaluate'
import { parseFormula } from '#app/territory/rules/formula/parse'
import { FormulaError } from '#app/territory/rules/formula/tokens'
import type { OperandKind } from '#app/territory/rules/formula/tree'
import { sharedData } from '#tests/helpers/shared_data'
import { test } from '@japa/runner'
import { readFileSync } from 'node:fs'

interface Vectors {
  evaluate: {
    formula: string
    values: Record<string, number>
    complement: Partial<Record<'cible' | 'limite', Record<string, number>>>
    expected: number | null
  }[]
  references: {
    formula: string
    refs: { id: string; optional: boolean; sources: string[] | null }[]
  }[]
  mustParse: [string, string][]
}

const path = sharedData('territory', 'tet', 'formula-vectors.json')
const vectors = path ? (JSON.parse(readFileSync(path, 'utf8')) as Vectors) : null
const compute = (formula: string, values: Record<string, number> = {}) =>
  evaluate(parseFormula(formula), { operand: (_kind, id) => values[id] })

test.group('the published formulas', () => {
  test('all of them are read', ({ assert }) => {
    const formulas = vectors!.mustParse.filter(([, formula]) => formula.trim() !== '')
    assert.isAtLeast(formulas.length, 77)
    for (const [, formula] of formulas) assert.isNotEmpty(referencesOf(parseFormula(formula)))
  }).skip(!vectors, 'the published formulas are not on this machine')

  test('their vectors give the expected results', ({ assert }) => {
    for (const { formula, values, complement, expected } of vectors!.evaluate) {
      const operand = (kind: OperandKind, id: string) =>
        kind === 'cible' || kind === 'limite' ? complement[kind]?.[id] : values[id]
      assert.equal(evaluate(parseFormula(formula), { operand }).value, expected, formula)
    }
  }).skip(!vectors, 'the published formulas are not on this machine')

  test('their references are found, each once', ({ assert }) => {
    for (const { formula, refs } of vectors!.references) {
      const expected = refs.map((ref) => ({ ...ref, sources: ref.sources?.[0] ?? null }))
      const found = referencesOf(parseFormula(formula)).map(({ id, optional, source }) => ({
        id,
        optional,
        sources: source,
      }))
      assert.sameDeepMembers(found, expected, formula)
    }
  }).skip(!vectors, 'the published formulas are not on this machine')
})

test.group('computing', () => {
  test('products come before sums and parentheses before both', ({ assert }) => {
    assert.equal(compute('2 + 3 * 4 - 6 / 2').value, 11)
    assert.equal(compute('(2 + 3) × 4 ÷ 2').value, 10)
    assert.equal(compute('10 - 3 - 2').value, 5)
    assert.equal(compute('-2 + 5').value, 3)
  })

  test('a missing figure makes the result unknown and is named', ({ assert }) => {
    assert.deepEqual(compute('val(a) + val(b)', { a: 1 }), { value: null, missing: ['b'] })
  })

  test('an optional figure may miss, but not all of them', ({ assert }) => {
    assert.equal(compute('opt_val(a) + opt_val(b)', { a: 0 }).value, 0)
    assert.isNull(compute('opt_val(a) + opt_val(b)').value)
  })

  test('a division by nothing is unknown', ({ assert }) => {
    assert.isNull(compute('val(a) / opt_val(b)', { a: 1 }).value)
    assert.isNull(compute('0 / 0').value)
  })

  test('a choice reads the identity of the collectivite', ({ assert }) => {
    const tree = parseFormula('si identite(type, epci) alors 1 sinon si 2 > 1 alors 2 sinon 3')
    const context = { operand: () => undefined, fact: () => true }
    assert.equal(evaluate(tree, context).value, 1)
    assert.equal(evaluate(tree, { ...context, fact: () => false }).value, 2)
  })
})

test.group('a formula that cannot be read', () => {
  for (const formula of [
    '',
    '1 +',
    'val()',
    'val(a',
    'val(a))',
    'somme(a)',
    'a + 1',
    '1 ; 2',
    '1.2.3',
    'si 1 alors 2',
  ]) {
    test(`« ${formula} » is refused with a sentence`, ({ assert }) => {
      assert.throws(() => parseFormula(formula), FormulaError)
    })
  }
})

test.group('formulas that depend on each other', () => {
  test('a circle is found and told', ({ assert }) => {
    const circle = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b']],
    ])
    assert.deepEqual(findCycle(circle), ['b', 'd', 'b'])
  })

  test('a figure used twice is no circle', ({ assert }) => {
    const shared = new Map([
      ['a', ['b', 'c']],
      ['b', ['c']],
      ['c', []],
    ])
    assert.isNull(findCycle(shared))
  })
})
