import type { Expr, Step } from './xpath/ast.js'
import { compile, compileTest } from './xpath/compile.js'
import { XPathError } from './xpath/error.js'
import { isNode, type Item, type Items, type Node } from './xpath/items.js'
import type { Run, Test } from './xpath/run.js'
import type { Scope } from './xpath/scope.js'
import { sorted } from './xpath/axes.js'

/** The nodes of a document that a rule is about. */
export type Matches = (run: Run) => readonly Node[]

/**
 * The context of a rule: `a/b[c]` is every such `b`, wherever it stands, as a pattern of XSLT. A
 * predicate that cannot be computed matches nothing, as there.
 */
export function contextOf(expr: Expr, scope: Scope): Matches {
  const ways = alternatives(expr).map((one) => way(one, scope))
  if (ways.length === 1) return ways[0]
  return (run) => sorted(ways.flatMap((one) => [...one(run)])) as Node[]
}

const alternatives = (expr: Expr): Expr[] =>
  expr.kind === 'union' ? [...alternatives(expr.left), ...alternatives(expr.right)] : [expr]

function way(expr: Expr, scope: Scope): Matches {
  if (expr.kind !== 'path') {
    const evaluate = compile(expr, scope)
    return (run) => evaluate(run.document, run).filter(isNode)
  }
  const steps = expr.isAbsolute ? expr.steps : [...fromAnywhere(expr.steps)]
  // The predicates of the last step are asked of one node at a time: one may fail and not another.
  const last = steps.at(-1)!
  const bare: Step[] = [...steps.slice(0, -1), { ...last, predicates: [] }]
  const all = compile({ kind: 'path', isAbsolute: true, steps: bare }, scope)
  const tests = last.predicates.map((one) => lenient(compileTest(one, scope)))
  return (run) => {
    const nodes = nodesIn(all, run)
    if (nodes.length === 0 || tests.length === 0) return nodes
    return nodes.filter((node) => tests.every((test) => test(node, run)))
  }
}

function nodesIn(all: (item: Item, run: Run) => Items, run: Run): readonly Node[] {
  try {
    return all(run.document, run) as readonly Node[]
  } catch (error) {
    if (error instanceof XPathError) return []
    throw error
  }
}

/** A pattern that begins at no root begins at any element, or at several between brackets. */
function fromAnywhere(steps: Step[]): Step[] {
  const [first, ...others] = steps
  if (first.kind === 'axis' && first.axis === 'child')
    return [{ ...first, axis: 'descendant' }, ...others]
  if (first.kind === 'expression') return [{ ...first, of: anywhere(first.of) }, ...others]
  const everywhere: Step = {
    kind: 'axis',
    axis: 'descendant-or-self',
    test: { kind: 'node' },
    predicates: [],
  }
  return [everywhere, ...steps]
}

function anywhere(expr: Expr): Expr {
  if (expr.kind === 'union')
    return { ...expr, left: anywhere(expr.left), right: anywhere(expr.right) }
  if (expr.kind !== 'path' || expr.isAbsolute) return expr
  return { ...expr, steps: fromAnywhere(expr.steps) }
}

const lenient =
  (test: Test): Test =>
  (item, run) => {
    try {
      return test(item, run)
    } catch (error) {
      if (error instanceof XPathError) return false
      throw error
    }
  }
