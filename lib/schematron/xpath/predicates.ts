import { Decimal } from '#lib/values'
import type { Expr } from './ast.js'
import { NONE, truthOf, type Items } from './items.js'
import { isCounting } from './parse_path.js'
import type { Run, Test } from './run.js'
import type { Scope } from './scope.js'

type Kept = (items: Items, run: Run) => Items

/** What passes every predicate; null when there is none to pass. */
export function predicatesOf(predicates: Expr[], scope: Scope): Kept | null {
  const keeps = predicates.map((one) =>
    isCounting(one) ? counted(one, scope) : tested(one, scope)
  )
  if (keeps.length <= 1) return keeps[0] ?? null
  return (items, run) =>
    keeps.reduce((left, keep) => (left.length === 0 ? left : keep(left, run)), items)
}

function tested(predicate: Expr, scope: Scope): Kept {
  const test: Test = scope.compileTest(predicate)
  return (items, run) => {
    if (items.length === 0) return items
    if (items.length === 1) return test(items[0], run) ? items : NONE
    return items.filter((item) => test(item, run))
  }
}

/** A predicate that is a number keeps the item of that place. */
function counted(predicate: Expr, scope: Scope): Kept {
  if (predicate.kind === 'number' && predicate.written === '1') {
    return (items) => (items.length > 1 ? [items[0]] : items)
  }
  const evaluate = scope.compile(predicate)
  return (items, run) => {
    const { position, size } = run
    try {
      run.size = items.length
      return items.filter((item, rank) => {
        run.position = rank + 1
        const result = evaluate(item, run)
        const [first] = result
        if (typeof first === 'number') return first === rank + 1
        return first instanceof Decimal ? Number(first) === rank + 1 : truthOf(result)
      })
    } finally {
      run.position = position
      run.size = size
    }
  }
}
