import type { Binding, Comparison, Expr, Operator } from './ast.js'
import { Cursor, type Parsing, type Prefixes } from './cursor.js'
import { pathIn } from './parse_path.js'

/** Reads an expression of XPath 2.0. @throws UnknownSyntax for what the engine does not know */
export function parse(source: string, prefixes: Prefixes): Expr {
  const parser = new Parser(new Cursor(source), prefixes)
  const parsed = parser.all()
  parser.cursor.end()
  return parsed
}

const GENERAL: Record<string, Comparison> = {
  '=': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
}
const VALUE = ['eq', 'ne', 'lt', 'le', 'gt', 'ge']

/** One expression on its way, level by level from the weakest operator. */
class Parser implements Parsing {
  constructor(
    readonly cursor: Cursor,
    readonly prefixes: Prefixes
  ) {}

  /** Expressions between commas. */
  all(): Expr {
    const items = [this.single()]
    while (this.cursor.skip(',')) items.push(this.single())
    return items.length === 1 ? items[0] : { kind: 'sequence', items }
  }

  single(): Expr {
    const { cursor } = this
    const { value } = cursor.next
    const isBinding = cursor.isWord('for', 'some', 'every', 'let')
    if (isBinding && cursor.afterNext.value === '$') {
      cursor.take()
      return this.#bound(value as 'for')
    }
    if (cursor.isWord('if') && cursor.afterNext.value === '(') return this.#choice()
    return this.#or()
  }

  #bound(kind: 'for' | 'some' | 'every' | 'let'): Expr {
    const { cursor } = this
    const bindings: Binding[] = []
    do {
      cursor.expect('$')
      const name = cursor.take().value
      cursor.expect(kind === 'let' ? ':=' : 'in')
      bindings.push({ name, of: this.single() })
    } while (cursor.skip(','))
    cursor.expect(kind === 'for' || kind === 'let' ? 'return' : 'satisfies')
    return { kind, bindings, result: this.single() }
  }

  #choice(): Expr {
    const { cursor } = this
    cursor.take()
    cursor.expect('(')
    const test = this.all()
    cursor.expect(')')
    cursor.expect('then')
    const then = this.single()
    cursor.expect('else')
    return { kind: 'if', test, then, otherwise: this.single() }
  }

  #or(): Expr {
    return this.#joined('or', () => this.#joined('and', () => this.#comparison()))
  }

  #joined(kind: 'or' | 'and', next: () => Expr): Expr {
    let left = next()
    while (this.cursor.isWord(kind)) {
      this.cursor.take()
      left = { kind, left, right: next() }
    }
    return left
  }

  #comparison(): Expr {
    const { cursor } = this
    const left = this.#range()
    if (cursor.isSign(...Object.keys(GENERAL))) {
      const comparison = GENERAL[cursor.take().value]
      return { kind: 'general', comparison, left, right: this.#range() }
    }
    if (!cursor.isWord(...VALUE)) return left
    const comparison = cursor.take().value as Comparison
    return { kind: 'value', comparison, left, right: this.#range() }
  }

  #range(): Expr {
    const left = this.#sum()
    if (!this.cursor.isWord('to')) return left
    this.cursor.take()
    return { kind: 'range', left, right: this.#sum() }
  }

  #sum(): Expr {
    let left = this.#product()
    while (this.cursor.isSign('+', '-')) {
      const operator = this.cursor.take().value as Operator
      left = { kind: 'arithmetic', operator, left, right: this.#product() }
    }
    return left
  }

  #product(): Expr {
    let left = this.#union()
    while (this.cursor.isSign('*') || this.cursor.isWord('div', 'idiv', 'mod')) {
      const operator = this.cursor.take().value as Operator
      left = { kind: 'arithmetic', operator, left, right: this.#union() }
    }
    return left
  }

  #union(): Expr {
    let left = this.#common()
    while (this.cursor.isSign('|') || this.cursor.isWord('union')) {
      this.cursor.take()
      left = { kind: 'union', left, right: this.#common() }
    }
    return left
  }

  #common(): Expr {
    let left = this.#typed()
    while (this.cursor.isWord('intersect', 'except')) {
      const kind = this.cursor.take().value as 'intersect'
      left = { kind, left, right: this.#typed() }
    }
    return left
  }

  #typed(): Expr {
    let of = this.#signed()
    while (this.cursor.isWord('instance', 'castable', 'cast')) {
      const kind = this.cursor.take().value as 'cast'
      this.cursor.expect(kind === ('instance' as string) ? 'of' : 'as')
      const type = this.cursor.take().value.replace(/^xs:/, '')
      if (this.cursor.skip('(')) this.cursor.expect(')')
      const isOptional = this.cursor.skip('?') || this.cursor.skip('*')
      of = { kind, of, type, isOptional }
    }
    return of
  }

  #signed(): Expr {
    let isNegative = false
    while (this.cursor.isSign('-', '+'))
      if (this.cursor.take().value === '-') isNegative = !isNegative
    const of = pathIn(this)
    return isNegative ? { kind: 'negate', of } : of
  }
}
