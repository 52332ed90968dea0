import type { Binding, Expr } from './ast.js'
import type { Item, Items } from './items.js'
import type { Evaluate, Run, Test } from './run.js'
import type { Scope } from './scope.js'

type Bound = Extract<Expr, { bindings: Binding[] }>

/** What each binding ranges over, where its value stands, and the scope that sees them all. */
function bound(bindings: Binding[], scope: Scope) {
  const ranges: { over: Evaluate; slot: number }[] = []
  let inner = scope
  for (const { name, of } of bindings) {
    const over = inner.compile(of)
    const next = inner.with(name)
    ranges.push({ over, slot: next.slot })
    inner = next.scope
  }
  return { ranges, inner }
}

/** `some` and `every`: every way of binding, until one decides. */
export function quantified(expr: Bound, scope: Scope): Test {
  const { ranges, inner } = bound(expr.bindings, scope)
  const holds = inner.compileTest(expr.result)
  const decides = expr.kind === 'some'
  const from = (rank: number, item: Item, run: Run): boolean => {
    if (rank === ranges.length) return holds(item, run)
    const { over, slot } = ranges[rank]
    for (const one of over(item, run)) {
      run.slots[slot] = [one]
      if (from(rank + 1, item, run) === decides) return decides
    }
    return !decides
  }
  return (item, run) => from(0, item, run)
}

/** `for`: what each way of binding gives, one after the other. */
export function repeated(expr: Bound, scope: Scope): Evaluate {
  const { ranges, inner } = bound(expr.bindings, scope)
  const result = inner.compile(expr.result)
  const from = (rank: number, item: Item, run: Run): Items => {
    if (rank === ranges.length) return result(item, run)
    const { over, slot } = ranges[rank]
    return over(item, run).flatMap((one) => {
      run.slots[slot] = [one]
      return from(rank + 1, item, run)
    })
  }
  return (item, run) => from(0, item, run)
}

/** `let`: its names, then its result. */
export function sequenced(expr: Bound, scope: Scope): Evaluate {
  const { ranges, inner } = bound(expr.bindings, scope)
  const result = inner.compile(expr.result)
  return (item, run) => {
    for (const { over, slot } of ranges) run.slots[slot] = over(item, run)
    return result(item, run)
  }
}
