import type { Expr } from './ast.js'
import type { Scope } from './scope.js'

/** Whether an expression reads a variable, of whatever scope. */
export const readsVariable = (expr: Expr): boolean =>
  expr.kind === 'variable' || parts(expr).some(readsVariable)

/** Whether it reads a local variable that is none of `own`. */
export function readsOther(expr: Expr, own: string[], scope: Scope): boolean {
  if (expr.kind === 'variable') return !own.includes(expr.name) && !scope.isGlobal(expr.name)
  const inside = 'bindings' in expr ? [...own, ...expr.bindings.map(({ name }) => name)] : own
  return parts(expr).some((one) => readsOther(one, inside, scope))
}

/** The expressions that stand in one. */
function parts(expr: Expr): Expr[] {
  switch (expr.kind) {
    case 'call':
      return expr.args
    case 'sequence':
      return expr.items
    case 'path':
      return expr.steps.flatMap((step) => [
        ...(step.kind === 'expression' ? [step.of] : []),
        ...step.predicates,
      ])
    case 'if':
      return [expr.test, expr.then, expr.otherwise]
    case 'for':
    case 'some':
    case 'every':
    case 'let':
      return [...expr.bindings.map(({ of }) => of), expr.result]
    case 'negate':
    case 'cast':
    case 'castable':
    case 'instance':
      return [expr.of]
    default:
      return 'left' in expr ? [expr.left, expr.right] : []
  }
}
