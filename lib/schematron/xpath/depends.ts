import type { Expr, Step } from './ast.js'
import { readsOther } from './parts.js'
import { binding, type Scope } from './scope.js'

/** What an expression needs to be computed. */
export interface Needs {
  /** The item that it is asked of, its position among others included. */
  context: boolean
  /** The document that is judged. */
  document: boolean
  /** A variable that changes within the document. */
  local: boolean
}

const NOTHING: Needs = { context: false, document: false, local: false }

/** A function of one item or none reads the context when it is given nothing. */
const OF_CONTEXT =
  /^(position|last|current|name|local-name|string|string-length|normalize-space|number|data|root)$/

/** What an expression needs, all that stands in it included. */
export function needsOf(expr: Expr, scope: Scope): Needs {
  switch (expr.kind) {
    case 'text':
    case 'number':
      return NOTHING
    case 'context':
      return { ...NOTHING, context: true }
    case 'variable':
      return { context: false, document: true, local: !scope.isGlobal(expr.name) }
    case 'call': {
      const context = expr.args.length === 0 && OF_CONTEXT.test(expr.name)
      // A function of the sheet may read its global variables.
      const document = expr.name.includes(':') && !expr.name.startsWith('xs:')
      const own = { context, document, local: false }
      return all([...expr.args.map((one) => needsOf(one, scope)), own])
    }
    case 'path':
      return ofPath(expr.isAbsolute, expr.steps, scope)
    case 'sequence':
      return all(expr.items.map((one) => needsOf(one, scope)))
    case 'if':
      return all([expr.test, expr.then, expr.otherwise].map((one) => needsOf(one, scope)))
    case 'for':
    case 'some':
    case 'every':
    case 'let':
      return ofBindings(expr, scope)
    case 'negate':
    case 'cast':
    case 'castable':
    case 'instance':
      return needsOf(expr.of, scope)
    default:
      return all([needsOf(expr.left, scope), needsOf(expr.right, scope)])
  }
}

/** The names that it binds are its own: what they range over is what it needs. */
function ofBindings(expr: Extract<Expr, { bindings: unknown }>, scope: Scope): Needs {
  const found: Needs[] = []
  let inner = scope
  for (const { name, of } of expr.bindings) {
    found.push(needsOf(of, inner))
    inner = binding(inner, name)
  }
  const result = needsOf(expr.result, inner)
  const own = expr.bindings.map(({ name }) => name)
  return all([...found, { ...result, local: result.local && readsOther(expr.result, own, scope) }])
}

/** Its first step reads the context, unless it begins at the root or at a value; the rest do not. */
function ofPath(isAbsolute: boolean, steps: Step[], scope: Scope): Needs {
  const [first] = steps
  const begins: Needs =
    isAbsolute || first?.kind === 'expression'
      ? { ...NOTHING, document: isAbsolute }
      : { ...NOTHING, context: true }
  const inside = steps.flatMap((step, rank) => [
    ...(step.kind === 'expression'
      ? [rank === 0 && !isAbsolute ? needsOf(step.of, scope) : bound(needsOf(step.of, scope))]
      : []),
    ...step.predicates.map((one) => bound(needsOf(one, scope))),
  ])
  return all([begins, ...inside])
}

const bound = (needs: Needs): Needs => ({ ...needs, context: false })

const all = (needs: Needs[]): Needs => ({
  context: needs.some(({ context }) => context),
  document: needs.some(({ document }) => document),
  local: needs.some(({ local }) => local),
})
