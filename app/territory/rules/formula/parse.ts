import { FormulaError, type Token, tokenize } from './tokens.js'
import type { OperandKind, Operator, Tree } from './tree.js'

const OPERANDS: string[] = ['val', 'opt_val', 'cible', 'limite']
const FACTS: string[] = ['identite', 'reponse']
const SIGNS: Record<string, Operator> = { '×': '*', '÷': '/' }

/**
 * Reads `val(a) + opt_val(b, source)`, `si … alors … sinon …`, the four operations, `<` and `>`.
 * Throws FormulaError with a French sentence when the formula cannot be read.
 */
export function parseFormula(formula: string): Tree {
  const parser = new Parser(tokenize(formula))
  const tree = parser.expression()
  parser.end()
  return tree
}

class Parser {
  #tokens: Token[]

  constructor(tokens: Token[]) {
    this.#tokens = [...tokens]
  }

  end() {
    const next = this.#tokens[0]
    if (next) throw new FormulaError(`«\u00a0${next.text}\u00a0» n’est pas attendu ici.`)
  }

  expression(): Tree {
    if (!this.#accept('si')) return this.#operations(0)
    const condition = this.#operations(0)
    this.#expect('alors')
    const then = this.expression()
    this.#expect('sinon')
    return { is: 'choice', condition, then, otherwise: this.expression() }
  }

  /** Left-associative, from the loosest operators to the tightest. */
  #operations(level: number): Tree {
    const operators = [
      ['<', '>'],
      ['+', '-'],
      ['*', '/', '×', '÷'],
    ][level]
    if (!operators) return this.#atom()
    let left = this.#operations(level + 1)
    for (;;) {
      const sign = this.#accept(...operators)
      if (!sign) return left
      const operator = SIGNS[sign] ?? (sign as Operator)
      left = { is: 'operation', operator, left, right: this.#operations(level + 1) }
    }
  }

  #atom(): Tree {
    const token = this.#tokens.shift()
    if (!token) throw new FormulaError('La formule s’arrête trop tôt.')
    if (token.kind === 'number') return { is: 'number', value: Number(token.text) }
    if (token.text === '-') {
      const zero: Tree = { is: 'number', value: 0 }
      return { is: 'operation', operator: '-', left: zero, right: this.#atom() }
    }
    if (token.text === '(') {
      const inner = this.expression()
      this.#expect(')')
      return inner
    }
    return this.#call(token.text)
  }

  #call(name: string): Tree {
    if (!OPERANDS.includes(name) && !FACTS.includes(name)) {
      throw new FormulaError(`«\u00a0${name}\u00a0» n’est pas une fonction connue.`)
    }
    this.#expect('(')
    const first = this.#name()
    const second = this.#accept(',') ? this.#name() : null
    this.#expect(')')
    if (OPERANDS.includes(name)) {
      return { is: 'operand', kind: name as OperandKind, id: first, source: second }
    }
    if (second === null) throw new FormulaError(`«\u00a0${name}\u00a0» attend deux arguments.`)
    return { is: 'fact', kind: name as 'identite' | 'reponse', name: first, expected: second }
  }

  #name(): string {
    const token = this.#tokens.shift()
    if (!token || token.kind === 'symbol') throw new FormulaError('Un identifiant est attendu.')
    return token.text
  }

  #accept(...texts: string[]): string | null {
    const next = this.#tokens[0]
    if (!next || !texts.includes(next.text)) return null
    this.#tokens.shift()
    return next.text
  }

  #expect(text: string) {
    if (!this.#accept(text)) throw new FormulaError(`«\u00a0${text}\u00a0» est attendu.`)
  }
}
