import type { Expr, Step } from './ast.js'
import type { Walk } from './axes.js'
import { comparesSome } from './compare.js'
import { needsOf } from './depends.js'
import { isUntyped, NONE, textOf, type Item, type Items } from './items.js'
import { predicatesOf } from './predicates.js'
import type { Evaluate, Run } from './run.js'
import type { Scope } from './scope.js'

type Index = Map<string, Item[]>

/** Fewer nodes than that are read one by one. */
const WORTH_AN_INDEX = 16

/**
 * A step as `line[number = $it]`: the first question makes an index of the lines, so that one asked of
 * each line does not read them all. Null for a step whose first predicate is no such comparison.
 */
export function indexed(step: Step & { kind: 'axis' }, walk: Walk, scope: Scope): Evaluate | null {
  const [first, ...others] = step.predicates
  const isFar = step.axis !== 'child' && step.axis !== 'descendant'
  if (isFar || first.kind !== 'general' || first.comparison !== 'eq') return null
  const [key, value] = keyAndValue(first, scope) ?? []
  if (!key || !value) return null
  const [keyOf, valueOf] = [scope.compile(key), scope.compile(value)]
  const keep = predicatesOf(others, scope)
  const indexes = scope.shared.indexes(JSON.stringify([step.axis, step.test, key]))
  const chosen = (item: Item, run: Run): Items => {
    const wanted = valueOf(item, run)
    if (wanted.length === 0) return NONE
    const nodes = walk(item, run)
    const isOfTexts = wanted.every((one) => typeof one === 'string' || isUntyped(one))
    if (nodes.length < WORTH_AN_INDEX || !isOfTexts) {
      return nodes.filter((one) => comparesSome('eq', keyOf(one, run), wanted))
    }
    let index = indexes.get(item as object)
    if (!index) indexes.set(item as object, (index = indexOf(nodes, keyOf, run)))
    return taken(index, wanted)
  }
  return keep === null ? chosen : (item, run) => keep(chosen(item, run), run)
}

/** The side that reads only the filtered item, and the side that does not read it. */
function keyAndValue(expr: Expr & { kind: 'general' }, scope: Scope): [Expr, Expr] | null {
  for (const [key, value] of [
    [expr.left, expr.right],
    [expr.right, expr.left],
  ]) {
    const [ofKey, ofValue] = [needsOf(key, scope), needsOf(value, scope)]
    const isKey = ofKey.context && !ofKey.local && !ofKey.document && isOfNodes(key)
    if (isKey && !ofValue.context && (ofValue.local || ofValue.document)) return [key, value]
  }
  return null
}

const isOfNodes = (expr: Expr) =>
  expr.kind === 'path' && expr.steps.every((step) => step.kind === 'axis')

function indexOf(items: Items, keyOf: Evaluate, run: Run): Index {
  const made: Index = new Map()
  for (const item of items) {
    for (const text of new Set(keyOf(item, run).map(textOf))) {
      const same = made.get(text)
      if (same) same.push(item)
      else made.set(text, [item])
    }
  }
  return made
}

function taken(made: Index, wanted: Items): Items {
  if (wanted.length === 1) return made.get(textOf(wanted[0])) ?? NONE
  const texts = [...new Set(wanted.map(textOf))]
  return [...new Set(texts.flatMap((text) => made.get(text) ?? []))]
}
