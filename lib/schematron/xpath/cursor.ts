import type { Expr } from './ast.js'
import { UnknownSyntax } from './error.js'
import { tokens, type Token } from './lexer.js'

/** Where a parser stands in the words of an expression. */
export class Cursor {
  #at = 0
  readonly #tokens: Token[]

  constructor(private readonly source: string) {
    this.#tokens = tokens(source)
  }

  get next(): Token {
    return this.#tokens[this.#at]
  }

  /** The token after the next one. */
  get afterNext(): Token {
    return this.#tokens[this.#at + 1] ?? this.next
  }

  take(): Token {
    return this.#tokens[this.#at++]
  }

  isSign(...signs: string[]): boolean {
    return this.next.kind === 'sign' && signs.includes(this.next.value)
  }

  isWord(...words: string[]): boolean {
    return this.next.kind === 'word' && words.includes(this.next.value)
  }

  /** Takes that sign when it is the next. */
  skip(sign: string): boolean {
    if (!this.isSign(sign)) return false
    this.#at += 1
    return true
  }

  /** Takes that sign or word. @throws UnknownSyntax when another stands there */
  expect(value: string): void {
    if (this.next.kind === 'text' || this.next.value !== value) {
      throw new UnknownSyntax(`« ${value} » attendu dans « ${this.source.slice(0, 160)} »`)
    }
    this.#at += 1
  }

  end(): void {
    if (this.next.kind !== 'end') {
      throw new UnknownSyntax(
        `« ${this.next.value} » de trop dans « ${this.source.slice(0, 160)} »`
      )
    }
  }
}

/** The prefixes that a sheet declares, by the namespaces they stand for. */
export type Prefixes = ReadonlyMap<string, string>

/** An expression on its way: what its paths ask of it. */
export interface Parsing {
  readonly cursor: Cursor
  readonly prefixes: Prefixes
  /** Expressions between commas. */
  all(): Expr
  single(): Expr
}
