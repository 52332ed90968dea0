import { Decimal } from '#lib/values'
import type { Comparison, Expr } from './ast.js'
import { compares, comparesSome } from './compare.js'
import { XPathError } from './error.js'
import { textOf, type Item } from './items.js'
import { onlyOf, type Test } from './run.js'
import type { Scope } from './scope.js'

type Compared = Extract<Expr, { comparison: Comparison }>

/** `=` and its like, between all items; `eq` and its like, between one and one. */
export function comparison(expr: Compared, scope: Scope): Test {
  const shortened = expr.kind === 'general' ? (counted(expr, scope) ?? listed(expr, scope)) : null
  if (shortened) return shortened
  const { comparison: sign } = expr
  const [left, right] = [scope.compile(expr.left), scope.compile(expr.right)]
  if (expr.kind === 'general') {
    return (item, run) => comparesSome(sign, left(item, run), right(item, run))
  }
  return (item, run) => {
    const [a, b] = [onlyOf(left(item, run)), onlyOf(right(item, run))]
    return a !== undefined && b !== undefined && compares(sign, a, b)
  }
}

/** `count(…) = 1`, which most rules ask, makes no decimal. */
function counted(expr: Compared, scope: Scope): Test | null {
  const { left, right, comparison: sign } = expr
  if (left.kind !== 'call' || left.name !== 'count' || right.kind !== 'number') return null
  if (!/^\d+$/.test(right.written)) return null
  const wanted = Number(right.written)
  const of = scope.compile(left.args[0])
  const holds = {
    eq: (count: number) => count === wanted,
    ne: (count: number) => count !== wanted,
    lt: (count: number) => count < wanted,
    le: (count: number) => count <= wanted,
    gt: (count: number) => count > wanted,
    ge: (count: number) => count >= wanted,
  }[sign]
  return (item, run) => holds(of(item, run).length)
}

/** `… = ('A', 'B')`: one question to a set of texts. */
function listed(expr: Compared, scope: Scope): Test | null {
  if (expr.comparison !== 'eq') return null
  const words = wordsOf(expr.right)
  if (words === null) return null
  const of = scope.compile(expr.left)
  return (item, run) => of(item, run).some((one) => words.has(wordOf(one)))
}

function wordOf(item: Item): string {
  if (typeof item === 'number' || typeof item === 'boolean' || item instanceof Decimal) {
    throw new XPathError('XPTY0004')
  }
  return textOf(item)
}

function wordsOf(expr: Expr): Set<string> | null {
  if (expr.kind === 'text') return new Set([expr.value])
  if (expr.kind !== 'sequence' || expr.items.length === 0) return null
  const words = expr.items.flatMap((one) => (one.kind === 'text' ? [one.value] : []))
  return words.length === expr.items.length ? new Set(words) : null
}
