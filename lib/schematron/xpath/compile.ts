import { Decimal } from '#lib/values'
import type { Expr } from './ast.js'
import { comparison } from './comparisons.js'
import { needsOf } from './depends.js'
import { readsVariable } from './parts.js'
import { callOf } from './functions.js'
import { NONE, truthOf, type Items } from './items.js'
import { doubleOfText } from './numbers.js'
import { combined } from './combined.js'
import { pathOf } from './paths.js'
import { quantified, repeated, sequenced } from './bindings.js'
import { Failed, Later, type Evaluate, type Run, type Test } from './run.js'
import { XPathError } from './error.js'
import type { Scope } from './scope.js'

/** What an expression gives, compiled once for all documents. @throws UnknownSyntax */
export function compile(expr: Expr, scope: Scope): Evaluate {
  return once(expr, scope, bare(expr, scope), 'items')
}

/** Whether an expression is true, compiled once. @throws UnknownSyntax */
export function compileTest(expr: Expr, scope: Scope): Test {
  const test = bareTest(expr, scope)
  if (expr.kind === 'variable') return test
  const needs = needsOf(expr, scope)
  if (needs.context || needs.local) return test
  const kept = once(expr, scope, (item, run) => (test(item, run) ? YES : NONE), 'truth')
  return (item, run) => kept(item, run).length > 0
}

const YES: Items = [true]
const NO: Items = [false]

/** What needs neither context nor local variable is computed once: a sheet stays linear so. */
function once(expr: Expr, scope: Scope, evaluate: Evaluate, what: string): Evaluate {
  if (['text', 'number', 'variable', 'context'].includes(expr.kind)) return evaluate
  const needs = needsOf(expr, scope)
  if (needs.context || needs.local) return evaluate
  if (!needs.document) {
    let kept: Items | undefined
    return (item, run) => (kept ??= evaluate(item, run))
  }
  const place = scope.shared.memo(readsVariable(expr) ? null : what + JSON.stringify(expr))
  return (_item, run) => (run.memo[place] ??= evaluate(run.document, run)) as Items
}

function bareTest(expr: Expr, scope: Scope): Test {
  switch (expr.kind) {
    case 'or': {
      const [left, right] = [compileTest(expr.left, scope), compileTest(expr.right, scope)]
      return (item, run) => left(item, run) || right(item, run)
    }
    case 'and': {
      const [left, right] = [compileTest(expr.left, scope), compileTest(expr.right, scope)]
      return (item, run) => left(item, run) && right(item, run)
    }
    case 'general':
    case 'value':
      return comparison(expr, scope)
    case 'some':
    case 'every':
      return quantified(expr, scope)
    case 'if': {
      const asked = compileTest(expr.test, scope)
      const [then, otherwise] = [compileTest(expr.then, scope), compileTest(expr.otherwise, scope)]
      return (item, run) => (asked(item, run) ? then(item, run) : otherwise(item, run))
    }
    case 'call':
      return testOfCall(expr, scope)
    default: {
      const evaluate = compile(expr, scope)
      return (item, run) => truthOf(evaluate(item, run))
    }
  }
}

function testOfCall(expr: Expr & { kind: 'call' }, scope: Scope): Test {
  const [first] = expr.args
  if (expr.name === 'not' || expr.name === 'boolean') {
    const test = compileTest(first, scope)
    return expr.name === 'boolean' ? test : (item, run) => !test(item, run)
  }
  if (expr.name === 'exists' || expr.name === 'empty') {
    const found = compile(first, scope)
    const wanted = expr.name === 'exists'
    return (item, run) => found(item, run).length > 0 === wanted
  }
  if (expr.name === 'true' || expr.name === 'false') return () => expr.name === 'true'
  const evaluate = compile(expr, scope)
  return (item, run) => truthOf(evaluate(item, run))
}

function bare(expr: Expr, scope: Scope): Evaluate {
  switch (expr.kind) {
    case 'text': {
      const items = [expr.value]
      return () => items
    }
    case 'number': {
      const { written } = expr
      const items = [/[eE]/.test(written) ? doubleOfText(written) : Decimal.parse(written)]
      return () => items
    }
    case 'context':
      return (item) => [item]
    case 'variable':
      return variable(scope.slotOf(expr.name))
    case 'or':
    case 'and':
    case 'general':
    case 'value':
    case 'some':
    case 'every': {
      const test = bareTest(expr, scope)
      return (item, run) => (test(item, run) ? YES : NO)
    }
    case 'if': {
      const test = compileTest(expr.test, scope)
      const [then, otherwise] = [compile(expr.then, scope), compile(expr.otherwise, scope)]
      return (item, run) => (test(item, run) ? then(item, run) : otherwise(item, run))
    }
    case 'for':
      return repeated(expr, scope)
    case 'let':
      return sequenced(expr, scope)
    case 'call':
      return /^(not|boolean|exists|empty|true|false)$/.test(expr.name)
        ? asItems(testOfCall(expr, scope))
        : callOf(expr, scope)
    case 'path':
      return pathOf(expr, scope)
    case 'sequence': {
      const parts = expr.items.map((one) => compile(one, scope))
      return (item, run) => parts.flatMap((part) => part(item, run))
    }
    default:
      return combined(expr, scope)
  }
}

const asItems =
  (test: Test): Evaluate =>
  (item, run) =>
    test(item, run) ? YES : NO

function variable(slot: number): Evaluate {
  return (_item, run) => {
    const value = run.slots[slot]
    if (value instanceof Later) return settled(value, slot, run)
    if (value instanceof Failed) throw value.reason
    return value ?? NONE
  }
}

/** Computed when it is first read: most variables of a rule are not, when its first words decide. */
function settled({ node, value }: Later, slot: number, run: Run): Items {
  try {
    return (run.slots[slot] = value(node, run))
  } catch (error) {
    if (!(error instanceof XPathError)) throw error
    run.slots[slot] = new Failed(error)
    throw error
  }
}
