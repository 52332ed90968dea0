import type { Expr, Step } from './ast.js'
import { sorted, walkOf } from './axes.js'
import { needsOf } from './depends.js'
import { indexed } from './indexed.js'
import { NONE, type Item, type Items } from './items.js'
import { predicatesOf } from './predicates.js'
import type { Evaluate, Run } from './run.js'
import type { Scope } from './scope.js'

type Path = Expr & { kind: 'path' }
/** From the items that a step is asked of to those that it reaches. */
export type Reach = (items: Items, run: Run) => Items

/** A path; the part of it that needs no context is computed once for all paths that begin so. */
export function pathOf(expr: Path, scope: Scope): Evaluate {
  const { isAbsolute, steps } = expr
  const fixed = fixedSteps(expr, scope)
  const rest = steps.slice(fixed).map((step) => reachOf(step, scope))
  if (fixed > 0) {
    const prefix = scope.compile({ ...expr, steps: steps.slice(0, fixed) })
    return (item, run) => through(rest, prefix(item, run), run)
  }
  const [first] = steps
  const isBare = steps.length === 1 && first.kind === 'axis' && first.predicates.length === 0
  if (isBare && !isAbsolute) return walkOf(first.axis, first.test)
  if (isAbsolute) return (_item, run) => through(rest, [run.document], run)
  if (rest.length === 1) return (item, run) => rest[0]([item], run)
  return (item, run) => through(rest, [item], run)
}

/** How many of its first steps, the last one left out, need neither context nor local variable. */
function fixedSteps(path: Path, scope: Scope): number {
  if (!path.isAbsolute && path.steps[0].kind !== 'expression') return 0
  for (let count = path.steps.length - 1; count > 0; count--) {
    const needs = needsOf({ ...path, steps: path.steps.slice(0, count) }, scope)
    if (!needs.context && !needs.local) return count
  }
  return 0
}

function through(reaches: Reach[], from: Items, run: Run): Items {
  let items = from
  for (const reach of reaches) {
    if (items.length === 0) return NONE
    items = reach(items, run)
  }
  return items
}

function reachOf(step: Step, scope: Scope): Reach {
  const each = oneByOne(step, scope)
  const isOrdered = step.kind === 'expression' || ['child', 'attribute', 'self'].includes(step.axis)
  return (items, run) => {
    if (items.length === 1) return each(items[0], run)
    const found: Item[] = []
    for (const item of items) for (const one of each(item, run)) found.push(one)
    return isOrdered ? found : sorted(found)
  }
}

function oneByOne(step: Step, scope: Scope): Evaluate {
  const keep = predicatesOf(step.predicates, scope)
  if (step.kind === 'expression') {
    const of = scope.compile(step.of)
    return keep === null ? of : (item, run) => keep(of(item, run), run)
  }
  const walk = walkOf(step.axis, step.test)
  if (keep === null) return walk
  return indexed(step, walk, scope) ?? ((item, run) => keep(walk(item, run), run))
}
